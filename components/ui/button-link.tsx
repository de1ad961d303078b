import { ButtonLink as UtrechtButtonLink } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './button-link.module.css'

/** Shows a link that looks like a button, for the main action of a page. */
export function ButtonLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <UtrechtButtonLink href={href} appearance="primary-action-button" className={styles.button}>
      {children}
    </UtrechtButtonLink>
  )
}
