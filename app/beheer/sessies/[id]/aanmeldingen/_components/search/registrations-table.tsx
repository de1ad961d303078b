import { Link } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { routes } from '@/lib/platform/routes'
import type { listRegistrations } from '@/lib/registrations/queries'
import { registrationStatus } from '@/lib/registrations/rules'
import type { RegistrationSortKey } from '@/lib/registrations/schema'
import { RegistrationStatusBadge } from '../registration-status-badge'
import { RegistrationsSummary } from './registrations-summary'
import { SortHeading } from './sort-heading'

type Props = ComponentProps<typeof RegistrationsSummary> & Awaited<ReturnType<typeof listRegistrations>>

/** One page of the registrations that were found. */
export function RegistrationsTable({ rows, page, pages, ...summary }: Props) {
  const { sessionId, search } = summary
  const showStatus = search.state !== 'signed-up'
  const heading = (column: RegistrationSortKey, label: string) => (
    <SortHeading key={column} sessionId={sessionId} search={search} column={column}>
      {label}
    </SortHeading>
  )
  return (
    <section className={styles.list}>
      <RegistrationsSummary {...summary} />
      {rows.length === 0 ? null : (
        <AdminTable
          caption={pages > 1 ? `Aanmeldingen, pagina ${page} van ${pages}` : 'Aanmeldingen'}
          columns={[
            heading('name', 'Naam'),
            heading('place', 'Gemeente of organisatie'),
            heading('role', 'Functie'),
            heading('question', 'Vraag'),
            heading('contact', 'Contact over de vraag'),
            heading('created', 'Aangemeld op'),
            showStatus ? heading('state', 'Stand') : null,
          ]}
        >
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link href={routes.registration(sessionId, row.id)} className={styles.name}>
                  {row.name}
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
