import { Paragraph } from '@utrecht/component-library-react'
import { stalePreviewMessages } from '@/app/beheer/sessies/_components/recipient-copy'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { ConfirmPanel, type PreviewState } from '@/components/form/preview/confirm-panel'
import styles from '@/components/form/preview/preview-panel.module.css'
import { releaseButtonLabel, releaseRecipientsSentence } from './release-copy'

/** What releasing would do. `expected` is the number of recipients. */
export type ReleasePreview = PreviewState<
  {
    onlineLink: string
    /** Whether there is an earlier release: the mail then says what changed. */
    isCorrection: boolean
    mailPreview: MailPreview
    expected: number
  },
  keyof typeof stalePreviewMessages
>

/** Inside the form: who is mailed, and where the button of the mail leads. */
export function ReleasePreviewPanel({ preview, submission }: { preview: ReleasePreview; submission: unknown }) {
  const { onlineLink, isCorrection, expected: recipients, mailPreview } = preview
  return (
    <ConfirmPanel
      title="Dit gaat er gebeuren"
      preview={preview}
      staleMessages={stalePreviewMessages}
      submission={submission}
      intent="release"
      confirmLabel={releaseButtonLabel({ isCorrection, recipients })}
    >
      <Paragraph className={styles.text}>
        <strong>{releaseRecipientsSentence({ isCorrection, recipients })}</strong> Wie zich hierna aanmeldt, krijgt link
        en agenda meteen in de bevestiging.
      </Paragraph>
      <Paragraph className={styles.text}>
        De knop in de mail brengt ze naar: <strong className={styles.address}>{onlineLink}</strong>
      </Paragraph>
      {recipients > 0 ? <MailPreviewSection preview={mailPreview} level={3} /> : null}
    </ConfirmPanel>
  )
}
