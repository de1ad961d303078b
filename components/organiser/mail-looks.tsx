import { Heading, Paragraph } from '@utrecht/component-library-react'
import { MailFrame } from './mail-frame'
import styles from './mail-looks.module.css'

export type Looks = { subject: string; html: string; text: string; hasCalendar: boolean }

/** What a mail looks like: its subject, with its styling, and as plain text. */
export function MailLooks({ looks, level = 2 }: { looks: Looks; level?: 2 | 3 }) {
  return (
    <div className={styles.looks}>
      <Heading level={level}>Zo ziet hij eruit</Heading>
      <Paragraph>
        Onderwerp: <strong>{looks.subject}</strong>
      </Paragraph>
      {looks.hasCalendar ? <Paragraph>Met het bestand kennissessie.ics erbij, voor in de agenda.</Paragraph> : null}
      <MailFrame title={`De mail met opmaak: ${looks.subject}`} html={looks.html} />
      <details>
        <summary className={styles.more}>Bekijk hem als gewone tekst</summary>
        <pre className={styles.text}>{looks.text}</pre>
      </details>
    </div>
  )
}
