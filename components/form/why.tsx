import type { ReactNode } from 'react'
import styles from './why.module.css'

/** A short explanation that opens under a field. */
export function Why({ summary = 'Waarom vragen we dit?', children }: { summary?: string; children: ReactNode }) {
  return (
    <details className={styles.why}>
      <summary>{summary}</summary>
      <div className={styles.text}>{children}</div>
    </details>
  )
}
