import type { ReactNode } from 'react'
import styles from './flow.module.css'

/** Blocks of text with vertical spacing, and more of it above headings. */
export function Flow({ children }: { children: ReactNode }) {
  return <div className={styles.flow}>{children}</div>
}
