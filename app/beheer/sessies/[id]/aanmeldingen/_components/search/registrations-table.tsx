import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { RegistrationStatusBadge } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-status-badge'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { routes } from '@/lib/platform/routes'
import type { listRegistrations } from '@/lib/registrations/admin/search'
import {
  defaultSearch,
  nextOrder,
  type RegistrationSearch,
  type RegistrationSortKey,
  searchToQuery,
} from '@/lib/registrations/admin/search-params'
import { registrationStatus } from '@/lib/registrations/status'
import { activeFilterLabels, type RegistrationsFilter } from './registrations-filter'
import summaryStyles from './registrations-summary.module.css'
import sortStyles from './sort-heading.module.css'

const headingsBySortKey = {
  name: 'Naam',
  place: 'Gemeente of organisatie',
  role: 'Functie',
  question: 'Vraag',
  contact: 'Contact over de vraag',
  created: 'Aangemeld op',
}

type Props = ComponentProps<typeof RegistrationsSummary> & Awaited<ReturnType<typeof listRegistrations>>

/** Shows one page of the registrations that match the search, below their number and the active filters. */
export function RegistrationsTable({ rows, page, pages, ...summary }: Props) {
  const { sessionId, search } = summary
  const showStatus = search.state !== 'signed-up'
  const headings = showStatus ? { ...headingsBySortKey, state: 'Stand' } : headingsBySortKey
  return (
    <section className={styles.list}>
      <RegistrationsSummary {...summary} />
      {rows.length === 0 ? null : (
        <AdminTable
          caption={pages > 1 ? `Aanmeldingen, pagina ${page} van ${pages}` : 'Aanmeldingen'}
          columns={Object.entries(headings).map(([column, label]) => (
            <SortHeading key={column} {...summary} column={column as RegistrationSortKey} label={label} />
          ))}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={routes.registration(sessionId, row.id)} className={styles.name}>
                  <bdi>{row.name}</bdi>
                </Link>
              </th>
              <td>{row.workplace}</td>
              <td>{row.role}</td>
              <td className={styles.short}>
                <DeadlineBadge inTime={row.askedBeforeDeadline} />
              </td>
              <td className={styles.short}>{contactWishLabels[row.contactWish]}</td>
              <td className={styles.short}>
                <ShortDateTime value={row.createdAt} />
              </td>
              {showStatus ? (
                <td className={styles.short}>
                  <RegistrationStatusBadge status={registrationStatus(row)} />
                </td>
              ) : null}
            </tr>
          ))}
        </AdminTable>
      )}
    </section>
  )
}

type SummaryProps = Omit<ComponentProps<typeof RegistrationsFilter>, 'isAttendanceKnown'> & {
  total: number
  canAdd: boolean
}

/** Shows the number of registrations found, and each active filter with a link that removes the filter. */
function RegistrationsSummary({ sessionId, search, places, total, canAdd }: SummaryProps) {
  const filters = activeFilterLabels(search, places)
  const pathTo = (wider: RegistrationSearch) => routes.registrations(sessionId, searchToQuery(wider))
  return (
    <>
      <Heading level={2}>
        {filters.length > 0 ? 'Gevonden aanmeldingen' : 'Aanmeldingen'} ({total.toLocaleString('nl-NL')})
      </Heading>
      {filters.length > 0 ? (
        <div className={summaryStyles.filters}>
          <span>Je ziet alleen:</span>
          <ul className={summaryStyles.list}>
            {filters.map(({ filter, label }) => (
              <li key={filter} className={summaryStyles.filter}>
                {label}
                <Link href={pathTo({ ...search, [filter]: defaultSearch[filter] })} className={summaryStyles.target}>
                  weg<span className="visually-hidden"> met {label}</span>
                </Link>
              </li>
            ))}
          </ul>
          <Link href={pathTo({ ...defaultSearch, order: search.order })} className={summaryStyles.target}>
            Toon iedereen die is aangemeld
          </Link>
        </div>
      ) : null}
      {canAdd ? (
        <Paragraph className={summaryStyles.add}>
          <Link href={routes.newRegistration(sessionId)}>Iemand aanmelden</Link>
        </Paragraph>
      ) : null}
      {total === 0 ? (
        <Paragraph>
          {filters.length > 0
            ? 'Zo is er niemand. Haal hierboven iets weg, zoek met minder woorden, of kijk ook bij wie zich heeft afgemeld.'
            : 'Er zijn nog geen aanmeldingen.'}
        </Paragraph>
      ) : null}
    </>
  )
}

type SortHeadingProps = { sessionId: string; search: RegistrationSearch; column: RegistrationSortKey; label: string }

/** Shows a column heading with a link that sorts the list by the column. A second click reverses the order. */
function SortHeading({ sessionId, search, column, label }: SortHeadingProps) {
  const sortings = { [column]: ['ascending', '▲'], [`-${column}`]: ['descending', '▼'] } as const
  const [ariaSort, arrow] = sortings[search.order] ?? []
  const href = routes.registrations(sessionId, searchToQuery({ ...search, order: nextOrder(column, search.order) }))
  return (
    <th scope="col" aria-sort={ariaSort}>
      <Link href={href} className={sortStyles.target}>
        {label}
        <span aria-hidden="true" className={sortStyles.arrow}>
          {arrow}
        </span>
      </Link>
    </th>
  )
}
