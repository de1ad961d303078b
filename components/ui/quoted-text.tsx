import { Paragraph } from '@utrecht/component-library-react'
import styles from './quoted-text.module.css'

/** Shows plain text that an organiser wrote, such as the reason of a cancellation. Line breaks stay. */
export function QuotedText({ children }: { children: string }) {
  return <Paragraph className={styles.quote}>{children}</Paragraph>
}
