import { Paragraph } from '@utrecht/component-library-react'
import styles from './quoted-text.module.css'

/** Why a kennissessie does not take place, as it was written: plain text that keeps its lines. */
export function QuotedText({ children }: { children: string }) {
  return <Paragraph className={styles.reason}>{children}</Paragraph>
}
