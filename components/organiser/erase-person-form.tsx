'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import { DoButton, Look } from '@/components/form/look'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { ItemList } from '@/components/layout/item-list'
import { PageTitle } from '@/components/layout/page-title'
import { countsInWords, type KeptCounts } from '@/components/privacy/record-counts'
import own from './erase-person-form.module.css'
import { LookButton } from './look-button'
import styles from './send-row.module.css'

export type ErasePersonState =
  | { status: 'idle' }
  /** `again`: the button was pressed, and there is something else than what had been looked at. */
  | { status: 'looked'; again: boolean; counts: string[]; mark: string }

type Props = {
  action: (previous: ErasePersonState, form: FormData) => Promise<ErasePersonState>
  who: string
  email: string
  /** Where the file comes from. */
  file: string
  counts: KeptCounts[]
  /** All that there is, to read. */
  children: ReactNode
}

const changed = 'Er is net iets bij gekomen of weggegaan. Er is nog niets gewist. Kijk of het zo klopt.'

/** What is kept of somebody, a file of it, and erasing it in two steps. */
export function ErasePersonForm({ action, who, email, file, counts, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      <title>{`Wat we bewaren van ${who} - Aanschuif beheer`}</title>
      <Flow>
        <PageTitle size="calm" over={email}>
          Wat we bewaren van {who}
        </PageTitle>
        <ItemList items={countsInWords(counts)} />
        <Paragraph>
          Vraagt deze persoon wat we bewaren? Geef dan het bestand. Ook de notities van organisatoren staan erin: daar
          heeft iemand recht op (AVG, artikel 15). Kijk na of er niets over een ander in staat.
        </Paragraph>
        <form action={file} method="post">
          <Button type="submit" appearance="primary-action-button">
            Download als bestand (JSON)
          </Button>
        </form>
        <Paragraph>
          <Link href="#wissen">Naar alles wissen</Link>
        </Paragraph>
      </Flow>
      {children}
      <form action={send} className={own.erase}>
        <Flow>
          <Heading level={2} id="wissen">
            Alles wissen
          </Heading>
          <Paragraph>
            Doe dit als deze persoon erom vraagt. Alles gaat weg, ook de naam in notities, bij vragen en in berichten.
            Kijk zelf of de naam in een tekst over de sessie staat, zoals de agenda. Een plek die vrijkomt, gaat naar
            wie op de wachtlijst staat. Deze persoon krijgt er geen mail van.
          </Paragraph>
        </Flow>
        {state.status === 'looked' ? (
          <Look title="Dit wordt gewist" sending={state} again={state.again ? changed : null}>
            <input type="hidden" name="looked" value={state.mark} />
            <ItemList items={state.counts} />
            <Note tone="alarm" lead="Dit kun je niet terugdraaien." />
            <DoButton press="erase" pending={pending} irreversible>
              Wis alles van {who}
            </DoButton>
          </Look>
        ) : null}
        <div className={styles.row}>
          <LookButton looked={state.status === 'looked'} what="wordt gewist" />
        </div>
      </form>
    </>
  )
}
