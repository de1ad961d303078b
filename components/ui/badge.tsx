import { DataBadge } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** A status in words; the tone only emphasises them. */
export function Badge({ tone = 'plain', children }: { tone?: 'good' | 'plain' | 'alarm'; children: ReactNode }) {
  return <DataBadge className={`${styles.badge} ${styles[tone]}`}>{children}</DataBadge>
}
