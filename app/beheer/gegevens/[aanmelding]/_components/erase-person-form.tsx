'use client'

import { Button, Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { ConfirmPanel, PreviewButton, type PreviewState } from '@/components/form/preview/confirm-panel'
import { ActionForm } from '@/components/form/submission/action-form'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { ItemList } from '@/components/ui/text/item-list'
import own from './erase-person-form.module.css'

export type ErasePersonState = FormState<null, never, never, never, PreviewState<{ counts: string[] }, 'changed'>>

type Props = {
  action: FormAction<ErasePersonState>
  name: string
  email: string
  downloadUrl: string
  /** The numbers of stored items about the person in words, such as "3 antwoorden". */
  counts: string[]
  /** The stored data about the person, shown between the download and the erasure. */
  children: ReactNode
}

const staleMessages = {
  changed: 'Er is net iets bij gekomen of weggegaan. Er is nog niets gewist. Kijk of het zo klopt.',
}

/** Shows what is stored about a person, a download of it, and a form that previews and confirms the erasure. */
export function ErasePersonForm({ action, name, email, downloadUrl, counts, children }: Props) {
  const { send, preview, previewSubmission } = useFormAction(action, { values: null })
  return (
    <>
      <title>{`Wat we bewaren van ${name} - Aanschuif beheer`}</title>
      <Flow>
        <PageTitle size="calm" eyebrow={email}>
          Wat we bewaren van <bdi>{name}</bdi>
        </PageTitle>
        <ItemList items={counts} />
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
      <ActionForm send={send} className={own.erase}>
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
        {preview ? (
          <ConfirmPanel
            title="Dit wordt gewist"
            preview={preview}
            staleMessages={staleMessages}
            submission={previewSubmission}
            intent="erase"
            confirmLabel={`Wis alles van ${name}`}
            irreversible
          >
            <ItemList items={preview.counts} />
            <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
          </ConfirmPanel>
        ) : null}
        <div className={styles.row}>
          <PreviewButton isPreviewed={preview !== null} verb="wordt gewist" />
        </div>
      </ActionForm>
    </>
  )
}
