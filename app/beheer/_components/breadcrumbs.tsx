import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import styles from './breadcrumbs.module.css'

export type Breadcrumb = { label: string; href: string }

/** Links to the pages above this one, the highest first. */
export function Breadcrumbs({ links }: { links: Breadcrumb[] }) {
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

export const sessionsBreadcrumb: Breadcrumb = { label: 'Kennissessies', href: routes.admin() }

/** Breadcrumbs of a page below the registrations of a session. */
export const sessionBreadcrumbs = (session: { id: string; title: string }, ...below: Breadcrumb[]): Breadcrumb[] => [
  sessionsBreadcrumb,
  { label: session.title, href: routes.registrations(session.id) },
  ...below,
]
