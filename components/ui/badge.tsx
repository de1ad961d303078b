import { DataBadge } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './badge.module.css'

/** Shows a status in words. `tone` sets a colour, which only emphasises the words. */
export function Badge({ tone = 'plain', children }: { tone?: 'good' | 'plain' | 'alarm'; children: ReactNode }) {
  return <DataBadge className={`${styles.badge} ${styles[tone]}`}>{children}</DataBadge>
}
