import { Paragraph } from '@utrecht/component-library-react'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { QuotedText } from '@/components/ui/quoted-text'
import { cancellationRecipientsSentence, cancelSessionButtonLabel } from './cancel-session-copy'

/** What cancelling would do. `expected` is the number of recipients, of whom `waitlisted` are on the waitlist. */
export type CancelSessionPreview = PreviewState<
  { why: string; waitlisted: number; mailPreview: MailPreview; expected: number },
  keyof typeof staleMessages
>

const staleMessages = { edited: 'Je hebt de reden veranderd. De kennissessie gaat nog door. Kijk of het zo klopt.' }

/** Inside the form: who is mailed, and the reason that the page of the session shows. */
export function CancelSessionPreviewPanel(props: { preview: CancelSessionPreview; submission: unknown }) {
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
      <Paragraph className={styles.text}>
        <strong>{cancellationRecipientsSentence(recipients, waitlisted)}</strong> Op de pagina van de kennissessie staat
        dan dat hij niet doorgaat, en waarom:
      </Paragraph>
      <QuotedText>{why}</QuotedText>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
      <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
    </ConfirmPanel>
  )
}
