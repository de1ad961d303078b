'use client'

import { Heading, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import {
  cancellationRecipientsSentence,
  cancelSessionButtonLabel,
  cancelSessionErrors,
  cancelSessionRefusals,
} from '@/app/beheer/sessies/[id]/bewerken/vervallen/_components/cancel-session-copy'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { PreviewButton } from '@/components/form/preview/preview-button'
import previewStyles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { QuotedText } from '@/components/ui/quoted-text'
import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'

export type CancelSessionState = FormState<
  { why: string },
  CancelFieldReason,
  CancelRefusal,
  never,
  CancelSessionPreview
>

type Props = { action: FormAction<CancelSessionState>; title: string }

/** Cancels a session in two steps: preview and confirm. */
export function CancelSessionForm({ action, title }: Props) {
  const form = useFormAction(action, {
    values: { why: '' },
    describeErrors: cancelSessionErrors,
    describeRefusal: (reason) => cancelSessionRefusals[reason],
  })
  const { preview } = form
  const intro = (
    <Flow>
      <Heading level={2}>Laten vervallen</Heading>
      {preview ? null : <Paragraph>Je ziet eerst wie een mail krijgt. Er gebeurt nog niets.</Paragraph>}
    </Flow>
  )
  return (
    <AdminForm form={form} title={`Laten vervallen ${title}`} intro={intro}>
      {preview ? <CancelSessionPreviewPanel preview={preview} submission={form.previewSubmission} /> : null}
      <TextAreaField
        {...form.field('why')}
        label="Waarom gaat de kennissessie niet door?"
        hint="Dit komt in de mail aan wie is aangemeld, en op de pagina van de kennissessie."
        maxLength={cancelLimits.why}
      />
      <div className={styles.row}>
        <PreviewButton isPreviewed={preview !== null} verb="gebeurt" />
      </div>
    </AdminForm>
  )
}

/** What cancelling would do. `expected` is the number of recipients, of whom `waitlisted` are on the waitlist. */
export type CancelSessionPreview = PreviewState<
  { why: string; waitlisted: number; mailPreview: MailPreview; expected: number },
  keyof typeof staleMessages
>

const staleMessages = { edited: 'Je hebt de reden veranderd. De kennissessie gaat nog door. Kijk of het zo klopt.' }

/** Inside the form: who is mailed, and the reason that the page of the session shows. */
function CancelSessionPreviewPanel(props: { preview: CancelSessionPreview; submission: unknown }) {
  const { why, expected: recipients, waitlisted, mailPreview } = props.preview
  return (
    <ConfirmPanel
      {...props}
      title="Dit gaat er gebeuren"
      staleMessages={staleMessages}
      intent="cancel"
      confirmLabel={cancelSessionButtonLabel(recipients)}
      irreversible
    >
      <Paragraph className={previewStyles.text}>
        <strong>{cancellationRecipientsSentence(recipients, waitlisted)}</strong> Op de pagina van de kennissessie staat
        dan dat hij niet doorgaat, en waarom:
      </Paragraph>
      <QuotedText>{why}</QuotedText>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
      <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
    </ConfirmPanel>
  )
}
