import { Heading, Link } from '@utrecht/component-library-react'
import styles from './ways.module.css'

export type Way = { href: string; label: string /** What happens there, in one sentence. */; hint: string }

/** What somebody can do with their sign-up, each on a page of its own. */
export function Ways({ ways }: { ways: Way[] }) {
  if (ways.length === 0) return null
  return (
    <>
      <Heading level={2}>Wat kun je doen?</Heading>
      <ul className={styles.ways}>
        {ways.map(({ href, label, hint }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
            <span className={styles.hint}>{hint}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
