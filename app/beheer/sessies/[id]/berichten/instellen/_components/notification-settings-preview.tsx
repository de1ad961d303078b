import { Paragraph } from '@utrecht/component-library-react'
import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { mailKindLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'

/** The mails that saving would send at once. */
export type NotificationSettingsPreview = PreviewState<
  { due: { kind: string; recipients: number; mailPreview: MailPreview }[] },
  keyof typeof staleMessages
>

const staleMessages = {
  edited: stalePreviewMessages.edited,
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

type Props = { preview: NotificationSettingsPreview; submission: unknown }

/** Inside the form: the mails that saving sends at once, with their number of recipients. */
export function NotificationSettingsPreviewPanel({ preview, submission }: Props) {
  const total = preview.due.reduce((sum, { recipients }) => sum + recipients, 0)
  return (
    <ConfirmPanel
      title="Bewaren stuurt meteen mail"
      preview={preview}
      staleMessages={staleMessages}
      submission={submission}
      intent="send"
      confirmLabel={`Bewaren en mail ${peopleCount(total)}`}
    >
      <Paragraph className={styles.text}>
        Het moment ervoor is er al: dit gaat uit zodra je bewaart. Wie de mail al had, krijgt hem niet nog een keer.
      </Paragraph>
      {preview.due.map(({ kind, recipients, mailPreview }) => (
        <div key={kind}>
          <Paragraph className={styles.text}>
            <strong>{mailKindLabel(kind)}.</strong> {mailRecipientsSentence(recipients)}.
          </Paragraph>
          <MailPreviewSection preview={mailPreview} level={3} />
        </div>
      ))}
    </ConfirmPanel>
  )
}
