import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { contactWishLabels } from '@/components/form/registration-words'
import { Table } from '@/components/layout/table'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import type { ContactWish } from '@/lib/registrations/schema'
import { InTime } from './in-time'
import styles from './registrations-table.module.css'
import lines from './rows.module.css'

type Row = {
  id: string
  name: string
  place: string
  role: string
  questionInTime: boolean
  contactWish: ContactWish
  createdAt: Date
}

type Props = { sessionId: string; rows: Row[]; total: number; page: number; pages: number }

/** Who signed up for a kennissessie, one page of it. */
export function RegistrationsTable({ sessionId, rows, total, page, pages }: Props) {
  return (
    <section className={styles.list}>
      <Heading level={2}>Aanmeldingen ({total.toLocaleString('nl-NL')})</Heading>
      {total === 0 ? (
        <Paragraph>Er zijn geen aanmeldingen.</Paragraph>
      ) : (
        <Table
          caption={pages > 1 ? `Aanmeldingen, pagina ${page} van ${pages}` : 'Aanmeldingen, de nieuwste bovenaan'}
          hideCaption
        >
          <thead className={lines.heads}>
            <tr>
              <th scope="col">Naam</th>
              <th scope="col">Gemeente of organisatie</th>
              <th scope="col">Functie</th>
              <th scope="col">Vraag</th>
              <th scope="col">Contact over de vraag</th>
              <th scope="col">Aangemeld op</th>
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
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
