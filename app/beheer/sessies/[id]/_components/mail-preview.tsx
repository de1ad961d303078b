import { Heading, Paragraph } from '@utrecht/component-library-react'
import { MailFrame } from './mail-frame'
import styles from './mail-preview.module.css'

export type MailPreview = { subject: string; html: string; text: string; hasCalendar: boolean }

/** What a mail looks like: its subject, with its styling, and as plain text. */
export function MailPreviewSection({ preview, level = 2 }: { preview: MailPreview; level?: 2 | 3 }) {
  return (
    <div className={styles.looks}>
      <Heading level={level}>Zo ziet hij eruit</Heading>
      <Paragraph>
        Onderwerp: <strong>{preview.subject}</strong>
      </Paragraph>
      {preview.hasCalendar ? <Paragraph>Met het bestand kennissessie.ics erbij, voor in de agenda.</Paragraph> : null}
      <MailFrame title={`De mail met opmaak: ${preview.subject}`} html={preview.html} />
      <details>
        <summary className={styles.more}>Bekijk hem als gewone tekst</summary>
        <pre className={styles.text}>{preview.text}</pre>
      </details>
    </div>
  )
}
