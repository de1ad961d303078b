import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

type Props = {
  summary?: string
  /** Text that only screen readers hear after the summary, because a page may have several equal summaries. */
  hiddenLabel?: string
  children: ReactNode
}

/** Shows a summary that opens a short explanation. */
export function Disclosure({ summary = 'Waarom vragen we dit?', hiddenLabel, children }: Props) {
  return (
    <details className={styles.disclosure}>
      <summary>
        {summary}
        {hiddenLabel ? <span className="visually-hidden"> {hiddenLabel}</span> : null}
      </summary>
      <div className={styles.text}>{children}</div>
    </details>
  )
}
