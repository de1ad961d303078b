import { Alert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './note.module.css'

const types = { good: 'ok', info: 'info', alarm: 'error' } as const

type Props = {
  tone?: keyof typeof types
  /** The news itself, in bold; what follows explains it. */
  lead?: string
  /** `status` or `alert` only for what appears while somebody is on the page. */
  role?: 'note' | 'status' | 'alert'
  children?: ReactNode
}

/** A message on the page that stands out calmly. */
export function Note({ tone = 'info', lead, role = 'note', children }: Props) {
  return (
    <Alert type={types[tone]} role={role} className={`${styles.note} ${styles[tone]}`}>
      {lead ? <strong className={styles.lead}>{lead} </strong> : null}
      {children}
    </Alert>
  )
}
