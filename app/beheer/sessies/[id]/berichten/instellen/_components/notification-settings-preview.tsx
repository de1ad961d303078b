import { Paragraph } from '@utrecht/component-library-react'
import {
  mailRecipientsSentence,
  peopleCount,
  stalePreviewMessages,
} from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'

/** The mails that saving would send at once, as it was at one moment. */
export type NotificationSettingsPreview = {
  due: { kind: string; label: string; recipients: number; mailPreview: MailPreview }[]
  /** Both come back with the button, so that nothing goes out but what was looked at, to whom was counted. */
  previewDigest: string
  dueDigest: string
  staleReason: 'edited' | 'due-changed' | null
}

const staleMessages = {
  edited: stalePreviewMessages.edited,
  'due-changed': 'Er is net iets veranderd aan wat er meteen uitgaat, dus er is niets bewaard. Kijk nog een keer.',
} as const

/** Which mail goes out the moment this is saved, to how many, and the button that does it. Stands inside the form. */
export function NotificationSettingsPreviewPanel({
  preview,
  pending,
}: {
  preview: NotificationSettingsPreview
  pending: boolean
}) {
  const { due, previewDigest, dueDigest, staleReason } = preview
  const total = due.reduce((sum, { recipients }) => sum + recipients, 0)
  return (
    <PreviewPanel
      title="Bewaren stuurt meteen mail"
      submission={preview}
      staleNotice={staleReason && staleMessages[staleReason]}
    >
      <input type="hidden" name="previewed" value={previewDigest} />
      <input type="hidden" name="expected" value={dueDigest} />
      <Paragraph className={styles.text}>
        Het moment ervoor is er al: dit gaat uit zodra je bewaart. Wie de mail al had, krijgt hem niet nog een keer.
      </Paragraph>
      {due.map(({ kind, label, recipients, mailPreview }) => (
        <div key={kind}>
          <Paragraph className={styles.text}>
            <strong>{label}.</strong> {mailRecipientsSentence(recipients)}.
          </Paragraph>
          <MailPreviewSection preview={mailPreview} level={3} />
        </div>
      ))}
      <ConfirmButton intent="send" pending={pending}>
        Bewaren en mail {peopleCount(total)}
      </ConfirmButton>
    </PreviewPanel>
  )
}
