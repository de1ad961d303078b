import { Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { nextOrder, searchToQuery } from '@/lib/registrations/rules'
import type { RegistrationSearch, RegistrationSortKey } from '@/lib/registrations/schema'
import styles from './sort-heading.module.css'

type Props = { sessionId: string; search: RegistrationSearch; column: RegistrationSortKey; children: string }

/** The heading of a column by which the list can be sorted: a link, so that the order stands in the address. */
export function SortHeading({ sessionId, search, column, children }: Props) {
  const isAscending = search.order === column
  const isDescending = search.order === `-${column}`
  const ariaSort = (isAscending && 'ascending') || (isDescending && 'descending') || undefined
  const href = routes.registrations(sessionId, searchToQuery({ ...search, order: nextOrder(column, search.order) }))
  return (
    <th scope="col" aria-sort={ariaSort}>
      <Link href={href} className={styles.target}>
        {children}
        <span aria-hidden="true" className={styles.arrow}>
          {isAscending ? '▲' : null}
          {isDescending ? '▼' : null}
        </span>
      </Link>
    </th>
  )
}
