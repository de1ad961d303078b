import type { ReactNode } from 'react'
import styles from './disclosure.module.css'

type Props = {
  summary?: string
  /** Which field it is about, for who hears only this: there are several on a page. */
  hiddenLabel?: string
  children: ReactNode
}

/** A short explanation that opens under a field. */
export function Disclosure({ summary = 'Waarom vragen we dit?', hiddenLabel, children }: Props) {
  return (
    <details className={styles.why}>
      <summary>
        {summary}
        {hiddenLabel ? <span className="visually-hidden"> {hiddenLabel}</span> : null}
      </summary>
      <div className={styles.text}>{children}</div>
    </details>
  )
}
