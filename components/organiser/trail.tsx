import { Link } from '@utrecht/component-library-react'
import styles from './trail.module.css'

/** The way back up: the pages above this one, the highest first. */
export function Trail({ links }: { links: { label: string; href: string }[] }) {
  return (
    <nav aria-label="Kruimelpad">
      <ol className={styles.trail}>
        {links.map(({ label, href }) => (
          <li key={href}>
            <Link href={href} className={styles.target}>
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
