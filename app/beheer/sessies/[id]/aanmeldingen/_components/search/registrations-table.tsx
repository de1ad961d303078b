import { Link } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import type { ContactWish, RegistrationSortKey } from '@/lib/registrations/schema'
import { registrationStatus } from '@/lib/registrations/status'
import { RegistrationStatusBadge } from '../registration-status-badge'
import { RegistrationsSummary } from './registrations-summary'
import { SortHeading } from './sort-heading'

type RegistrationRow = {
  id: string
  name: string
  workplace: string
  role: string
  askedBeforeDeadline: boolean
  contactWish: ContactWish
  createdAt: Date
  cancelledAt: Date | null
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
}

type Props = ComponentProps<typeof RegistrationsSummary> & { rows: RegistrationRow[]; page: number; pages: number }

/** The sign-ups that were asked for, one page of them. */
export function RegistrationsTable({ rows, page, pages, ...summary }: Props) {
  const { sessionId, search } = summary
  const showStatus = search.state !== 'signed-up'
  const heading = (column: RegistrationSortKey, label: string) => (
    <SortHeading sessionId={sessionId} search={search} column={column}>
      {label}
    </SortHeading>
  )
  return (
    <section className={styles.list}>
      <RegistrationsSummary {...summary} />
      {rows.length === 0 ? null : (
        <Table caption={pages > 1 ? `Aanmeldingen, pagina ${page} van ${pages}` : 'Aanmeldingen'} hideCaption>
          <thead className={lines.heads}>
            <tr>
              {heading('name', 'Naam')}
              {heading('place', 'Gemeente of organisatie')}
              {heading('role', 'Functie')}
              {heading('question', 'Vraag')}
              {heading('contact', 'Contact over de vraag')}
              {heading('created', 'Aangemeld op')}
              {showStatus ? heading('state', 'Stand') : null}
            </tr>
          </thead>
          <tbody className={lines.rows}>
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
                  <time dateTime={isoLocal(row.createdAt)}>{shortDateTime(row.createdAt)}</time>
                </td>
                {showStatus ? (
                  <td className={styles.short}>
                    <RegistrationStatusBadge status={registrationStatus(row)} />
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
