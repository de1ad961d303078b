import { Paragraph } from '@utrecht/component-library-react'
import styles from './reason.module.css'

/** Why a kennissessie does not take place, as it was written: plain text that keeps its lines. */
export function Reason({ children }: { children: string }) {
  return <Paragraph className={styles.reason}>{children}</Paragraph>
}
