import type { ReactNode } from 'react'
import styles from './flow.module.css'

/** Blocks under each other with the rhythm of a text: a paragraph's room between them, more above a heading. */
export function Flow({ children }: { children: ReactNode }) {
  return <div className={styles.flow}>{children}</div>
}
