import { Heading, Link } from '@utrecht/component-library-react'
import styles from './action-links.module.css'

export type ActionLink = { href: string; label: string; hint: string }

/** Links to the pages where a participant changes the registration. Empty without links. */
export function ActionLinks({ links }: { links: ActionLink[] }) {
  if (links.length === 0) return null
  return (
    <>
      <Heading level={2}>Wat kun je doen?</Heading>
      <ul className={styles.links}>
        {links.map(({ href, label, hint }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
            <span className={styles.hint}>{hint}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
