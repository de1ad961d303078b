import { Link } from '@utrecht/component-library-react'
import styles from './breadcrumbs.module.css'

/** The way back up: the pages above this one, the highest first. */
export function Breadcrumbs({ links }: { links: { label: string; href: string }[] }) {
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
