import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

type Props = {
  summary?: string
  /** Names the field for screen readers, because a page has several disclosures. */
  hiddenLabel?: string
  children: ReactNode
}

/** A short explanation that opens on demand. */
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
