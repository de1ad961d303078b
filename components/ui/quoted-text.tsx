import { Paragraph } from '@utrecht/component-library-react'
import styles from './quoted-text.module.css'

/** Plain text of an organiser, such as the reason of a cancellation. Keeps line breaks. */
export function QuotedText({ children }: { children: string }) {
  return <Paragraph className={styles.quote}>{children}</Paragraph>
}
