import { Link } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { contactWishLabels } from '@/components/form/registration-words'
import { Table } from '@/components/layout/table'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import { standingOf } from '@/lib/registrations/rules'
import type { ContactWish, RegistrationOrder } from '@/lib/registrations/schema'
import { InTime } from './in-time'
import { RegistrationsFound } from './registrations-found'
import styles from './registrations-table.module.css'
import lines from './rows.module.css'
import { SortHeading } from './sort-heading'
import { StandingBadge } from './standing-badge'

type Row = {
  id: string
  name: string
  place: string
  role: string
  questionInTime: boolean
  contactWish: ContactWish
  createdAt: Date
  cancelledAt: Date | null
  waitingSince: Date | null
  offerExpiresAt: Date | null
}

type Props = ComponentProps<typeof RegistrationsFound> & { rows: Row[]; page: number; pages: number }

/** The sign-ups that were asked for, one page of them. */
export function RegistrationsTable({ rows, page, pages, ...found }: Props) {
  const { sessionId, search } = found
  const both = search.state !== 'signed-up'
  const heading = (by: RegistrationOrder, label: string) => (
    <SortHeading sessionId={sessionId} search={search} by={by}>
      {label}
    </SortHeading>
  )
  return (
    <section className={styles.list}>
      <RegistrationsFound {...found} />
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
              {both ? heading('state', 'Stand') : null}
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
                <td>{row.place}</td>
                <td>{row.role}</td>
                <td className={styles.short}>
                  <InTime inTime={row.questionInTime} />
                </td>
                <td className={styles.short}>{contactWishLabels[row.contactWish]}</td>
                <td className={styles.short}>
                  <time dateTime={isoLocal(row.createdAt)}>{shortDateTime(row.createdAt)}</time>
                </td>
                {both ? (
                  <td className={styles.short}>
                    <StandingBadge standing={standingOf(row)} />
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
