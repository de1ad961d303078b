import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import styles from './breadcrumbs.module.css'

export type Breadcrumb = { label: string; href: string }

/** Shows links to the pages above the current page, the top page first. */
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

/** Returns the breadcrumbs of a page about a session. `below` are the pages between the session and that page. */
export const sessionBreadcrumbs = (session: { id: string; title: string }, ...below: Breadcrumb[]): Breadcrumb[] => [
  sessionsBreadcrumb,
  { label: session.title, href: routes.registrations(session.id) },
  ...below,
]
