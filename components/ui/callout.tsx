import { Alert } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './callout.module.css'

const alertTypes = { good: 'ok', info: 'info', alarm: 'error' } as const

type Props = {
  tone?: keyof typeof alertTypes
  /** The message of the callout, in bold. The children explain the message. */
  title?: string
  /** ARIA role. `status` and `alert` are only for a message that appears after the page has loaded. */
  role?: 'note' | 'status' | 'alert'
  children?: ReactNode
}

export function Callout({ tone = 'info', title, role = 'note', children }: Props) {
  return (
    <Alert type={alertTypes[tone]} role={role} className={`${styles.callout} ${styles[tone]}`}>
      {title ? <strong className={styles.title}>{title} </strong> : null}
      {children}
    </Alert>
  )
}
