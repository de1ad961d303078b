import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './page-title.module.css'

type Props = {
  children: ReactNode
  /** A line above the title, such as the session or its date. */
  eyebrow?: ReactNode
  /** `calm` is smaller: for forms and the admin area. */
  size?: 'large' | 'calm'
}

export function PageTitle({ children, eyebrow, size = 'large' }: Props) {
  return (
    <div className={styles.title}>
      {eyebrow ? <Paragraph className={styles.eyebrow}>{eyebrow}</Paragraph> : null}
      <Heading level={1} className={size === 'calm' ? styles.calm : undefined}>
        {children}
      </Heading>
    </div>
  )
}
