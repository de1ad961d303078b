import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import { Callout } from '@/components/ui/callout'

/** `expected` is the number of recipients. */
export type CustomMessagePreview = PreviewState<
  { mailPreview: MailPreview; expected: number },
  keyof typeof stalePreviewMessages
>

type Props = { preview: CustomMessagePreview; submission: unknown }

/** Inside the form: the mail before it goes to its recipients. */
export function CustomMessagePreviewPanel({ preview, submission }: Props) {
  const recipients = preview.expected
  return (
    <ConfirmPanel
      title={recipients === 0 ? 'Niemand krijgt deze mail' : mailRecipientsSentence(recipients)}
      preview={preview}
      staleMessages={stalePreviewMessages}
      submission={submission}
      intent="send"
      confirmLabel={recipients === 0 ? null : `Verstuur aan ${peopleCount(recipients)}`}
    >
      {recipients === 0 ? <Callout tone="alarm">Kies anderen bij “Aan wie?”.</Callout> : null}
      <MailPreviewSection preview={preview.mailPreview} level={3} />
    </ConfirmPanel>
  )
}
