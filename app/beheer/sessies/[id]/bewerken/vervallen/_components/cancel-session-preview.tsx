import { Paragraph } from '@utrecht/component-library-react'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { Callout } from '@/components/ui/callout'
import { QuotedText } from '@/components/ui/quoted-text'
import { cancellationRecipientsSentence, cancelSessionButtonLabel } from './cancel-session-copy'

/** What cancelling would do, as it was at one moment. */
export type CancelSessionPreview = {
  why: string
  /** How many people are signed up, and so get a mail; `waiting` of them stand on the waiting list. */
  recipients: number
  waitlisted: number
  /** That mail. */
  mailPreview: MailPreview
}

type Props = { preview: CancelSessionPreview; isStale: boolean; pending: boolean; submission: unknown }

const staleMessage = 'Je hebt de reden veranderd. De kennissessie gaat nog door. Kijk of het zo klopt.'

/** Who hears it and why, and the button that does it. Stands inside the form. */
export function CancelSessionPreviewPanel({ preview, isStale, pending, submission }: Props) {
  return (
    <PreviewPanel title="Dit gaat er gebeuren" submission={submission} staleNotice={isStale ? staleMessage : null}>
      <input type="hidden" name="previewed" value={preview.why} />
      <input type="hidden" name="expected" value={preview.recipients} />
      <Paragraph className={styles.text}>
        <strong>{cancellationRecipientsSentence(preview.recipients, preview.waitlisted)}</strong> Op de pagina van de
        kennissessie staat dan dat hij niet doorgaat, en waarom:
      </Paragraph>
      <QuotedText>{preview.why}</QuotedText>
      {preview.recipients > 0 ? <MailPreviewSection preview={preview.mailPreview} level={3} /> : null}
      <Callout tone="alarm" title="Dit kun je niet terugdraaien." />
      <ConfirmButton intent="cancel" pending={pending} irreversible>
        {cancelSessionButtonLabel(preview.recipients)}
      </ConfirmButton>
    </PreviewPanel>
  )
}
