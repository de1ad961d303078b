import type { ReactNode } from 'react'
import styles from './page.module.css'

/** Sets the width of a page: `wide` for lists and session pages, `reading` for forms and short pages. */
export function Page({ width = 'wide', children }: { width?: 'wide' | 'reading'; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <div className={width === 'reading' ? styles.reading : undefined}>{children}</div>
    </div>
  )
}
