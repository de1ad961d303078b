'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { type ReactNode, useActionState } from 'react'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { PreviewButton } from '@/components/form/preview/preview-button'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import { describeRecordCounts, type RecordCounts } from '@/components/privacy/personal-record-summary'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import own from './erase-person-form.module.css'

export type ErasePersonState =
  | { status: 'idle' }
  /** `again`: the button was pressed, and there is something else than what had been looked at. */
  | { status: 'previewed'; isStale: boolean; counts: string[]; digest: string }

type Props = {
  action: (previous: ErasePersonState, form: FormData) => Promise<ErasePersonState>
  name: string
  email: string
  /** Where the file comes from. */
  downloadUrl: string
  counts: RecordCounts[]
  /** All that there is, to read. */
  children: ReactNode
}

const staleNotice = 'Er is net iets bij gekomen of weggegaan. Er is nog niets gewist. Kijk of het zo klopt.'

/** What is kept of somebody, a file of it, and erasing it in two steps. */
export function ErasePersonForm({ action, name, email, downloadUrl, counts, children }: Props) {
  const [state, send, pending] = useActionState(action, { status: 'idle' })
  return (
    <>
      <title>{`Wat we bewaren van ${name} - Aanschuif beheer`}</title>
      <Flow>
        <PageTitle size="calm" eyebrow={email}>
          Wat we bewaren van {name}
        </PageTitle>
        <ItemList items={describeRecordCounts(counts)} />
        <Paragraph>
          Vraagt deze persoon wat we bewaren? Geef dan het bestand. Ook de notities van organisatoren staan erin: daar
          heeft iemand recht op (AVG, artikel 15). Kijk na of er niets over een ander in staat.
        </Paragraph>
        <form action={downloadUrl} method="post">
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
        {state.status === 'previewed' ? (
          <PreviewPanel title="Dit wordt gewist" submission={state} staleNotice={state.isStale ? staleNotice : null}>
            <input type="hidden" name="previewed" value={state.digest} />
            <ItemList items={state.counts} />
            <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
            <ConfirmButton intent="erase" pending={pending} irreversible>
              Wis alles van {name}
            </ConfirmButton>
          </PreviewPanel>
        ) : null}
        <div className={styles.row}>
          <PreviewButton isPreviewed={state.status === 'previewed'} verb="wordt gewist" />
        </div>
      </form>
    </>
  )
}
