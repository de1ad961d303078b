import type { ReactNode } from 'react'
import styles from './why.module.css'

type Props = {
  summary?: string
  /** Which field it is about, for who hears only this: there are several on a page. */
  about?: string
  children: ReactNode
}

/** A short explanation that opens under a field. */
export function Why({ summary = 'Waarom vragen we dit?', about, children }: Props) {
  return (
    <details className={styles.why}>
      <summary>
        {summary}
        {about ? <span className="visually-hidden"> {about}</span> : null}
      </summary>
      <div className={styles.text}>{children}</div>
    </details>
  )
}
