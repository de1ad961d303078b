import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import { Callout } from '@/components/ui/callout'

/** A letter as it was at one moment: what it looks like and to how many it goes. */
export type CustomMessagePreview = {
  mailPreview: MailPreview
  recipients: number
  /** Comes back with the button, so that nothing goes out but what was looked at. */
  previewDigest: string
  staleReason: 'edited' | 'recipients-changed' | null
}

/** The mail before it goes to many, and the button that sends it. Stands inside the form. */
export function CustomMessagePreviewPanel({ preview, pending }: { preview: CustomMessagePreview; pending: boolean }) {
  const { mailPreview, recipients, previewDigest, staleReason } = preview
  return (
    <PreviewPanel
      title={recipients === 0 ? 'Niemand krijgt deze mail' : mailRecipientsSentence(recipients)}
      submission={preview}
      staleNotice={staleReason && stalePreviewMessages[staleReason]}
    >
      {recipients === 0 ? <Callout tone="alarm">Kies anderen bij “Aan wie?”.</Callout> : null}
      <MailPreviewSection preview={mailPreview} level={3} />
      {recipients > 0 ? (
        <>
          <input type="hidden" name="seen" value={previewDigest} />
          <input type="hidden" name="recipients" value={recipients} />
          <ConfirmButton intent="send" pending={pending}>
            Verstuur aan {peopleCount(recipients)}
          </ConfirmButton>
        </>
      ) : null}
    </PreviewPanel>
  )
}
