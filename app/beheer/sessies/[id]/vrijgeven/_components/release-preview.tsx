import { Paragraph } from '@utrecht/component-library-react'
import { stalePreviewMessages } from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmButton, PreviewPanel } from '@/components/form/preview/preview-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { releaseButtonLabel, releaseRecipientsSentence } from './release-copy'

/** What releasing would do, as it was at one moment. */
export type ReleasePreview = {
  onlineLink: string
  /** Something was released before: the mail says what changed. */
  isCorrection: boolean
  /** How many people are signed up, and so get a mail. */
  recipients: number
  /** That mail. */
  mailPreview: MailPreview
  /** Comes back with the button, so that nothing is released but what was looked at. */
  previewDigest: string
  staleReason: 'edited' | 'recipients-changed' | null
}

/** Who gets which mail, where its button leads, and the button that releases. Stands inside the form. */
export function ReleasePreviewPanel({ preview, pending }: { preview: ReleasePreview; pending: boolean }) {
  const { onlineLink, recipients, mailPreview, previewDigest, staleReason } = preview
  return (
    <PreviewPanel
      title="Dit gaat er gebeuren"
      submission={preview}
      staleNotice={staleReason && stalePreviewMessages[staleReason]}
    >
      <input type="hidden" name="previewed" value={previewDigest} />
      <input type="hidden" name="expected" value={recipients} />
      <Paragraph className={styles.text}>
        <strong>{releaseRecipientsSentence(preview)}</strong> Wie zich hierna aanmeldt, krijgt link en agenda meteen in
        de bevestiging.
      </Paragraph>
      <Paragraph className={styles.text}>
        De knop in de mail brengt ze naar: <strong className={styles.address}>{onlineLink}</strong>
      </Paragraph>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
      <ConfirmButton intent="release" pending={pending}>
        {releaseButtonLabel(preview)}
      </ConfirmButton>
    </PreviewPanel>
  )
}
