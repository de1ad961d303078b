import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './page-title.module.css'

type Props = {
  children: ReactNode
  /** A line above the title: what it belongs to, or when it is. */
  eyebrow?: ReactNode
  /** `calm` is smaller: for a form or the desk, where the title is not the news. */
  size?: 'large' | 'calm'
}

/** The one h1 of a page. */
export function PageTitle({ children, eyebrow, size = 'large' }: Props) {
  return (
    <div className={styles.title}>
      {eyebrow ? <Paragraph className={styles.over}>{eyebrow}</Paragraph> : null}
      <Heading level={1} className={size === 'calm' ? styles.calm : undefined}>
        {children}
      </Heading>
    </div>
  )
}
