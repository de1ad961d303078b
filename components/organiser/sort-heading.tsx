import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { addressOf, nextOrder } from '@/lib/registrations/rules'
import type { RegistrationOrder, RegistrationSearch } from '@/lib/registrations/schema'
import styles from './sort-heading.module.css'

type Props = { sessionId: string; search: RegistrationSearch; by: RegistrationOrder; children: string }

/** The heading of a column by which the list can be sorted: a link, so that the order stands in the address. */
export function SortHeading({ sessionId, search, by, children }: Props) {
  const rising = search.order === by
  const falling = search.order === `-${by}`
  const sorted = (rising && 'ascending') || (falling && 'descending') || undefined
  const href = routes.registrations(sessionId, addressOf({ ...search, order: nextOrder(by, search.order) }))
  return (
    <th scope="col" aria-sort={sorted}>
      <Link href={href} className={styles.target}>
        {children}
        <span aria-hidden="true" className={styles.arrow}>
          {rising ? '▲' : null}
          {falling ? '▼' : null}
        </span>
      </Link>
    </th>
  )
}
