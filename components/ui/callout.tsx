import { Alert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './callout.module.css'

const alertTypes = { good: 'ok', info: 'info', alarm: 'error' } as const

type Props = {
  tone?: keyof typeof alertTypes
  /** The news itself, in bold; what follows explains it. */
  title?: string
  /** `status` or `alert` only for what appears while somebody is on the page. */
  role?: 'note' | 'status' | 'alert'
  children?: ReactNode
}

/** A message on the page that stands out calmly. */
export function Callout({ tone = 'info', title, role = 'note', children }: Props) {
  return (
    <Alert type={alertTypes[tone]} role={role} className={`${styles.note} ${styles[tone]}`}>
      {title ? <strong className={styles.lead}>{title} </strong> : null}
      {children}
    </Alert>
  )
}
