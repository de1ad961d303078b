import { ButtonLink as UtrechtButtonLink } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './button-link.module.css'

/** A link that is the one clear thing to do (`primary`), or the other way out (`secondary`). */
export function ButtonLink(props: { href: string; look?: 'primary' | 'secondary'; children: ReactNode }) {
  return (
    <UtrechtButtonLink
      href={props.href}
      appearance={`${props.look ?? 'primary'}-action-button`}
      className={styles.button}
    >
      {props.children}
    </UtrechtButtonLink>
  )
}
