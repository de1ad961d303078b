import { Link } from '@utrecht/component-library-react'
import { Table } from '@/components/layout/table'
import { WholeWords } from '@/components/layout/whole-words'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import styles from './registrations-table.module.css'
import lines from './rows.module.css'
import { actorInWords, deedInWords, subjectInWords } from './trail-words'

type Subject = { type: string; id: string; label: string | null; sessionId: string | null }
type Row = {
  id: string
  at: Date
  action: string
  count: number | null
  actor: 'participant' | 'system' | { name: string | null }
  subject: Subject
}

type Props = {
  rows: Row[]
  page: number
  pages: number
  /** Whether the reader may open the page of an organiser. */
  managesOrganisers: boolean
}

/** Who did what to what, and when; one page of it. */
export function TrailTable({ rows, page, pages, managesOrganisers }: Props) {
  return (
    <Table caption={pages > 1 ? `Logboek, pagina ${page} van ${pages}` : 'Logboek, het nieuwste bovenaan'} hideCaption>
      <thead className={lines.heads}>
        <tr>
          <th scope="col">Wanneer</th>
          <th scope="col">Wie</th>
          <th scope="col">Wat</th>
          <th scope="col">Waarvan</th>
        </tr>
      </thead>
      <tbody className={lines.rows}>
        {rows.map(({ id, at, actor, action, count, subject }) => (
          <tr key={id}>
            <th scope="row" className={styles.short}>
              <time dateTime={isoLocal(at)}>{shortDateTime(at)}</time>
            </th>
            <td>{actorInWords(actor)}</td>
            <td>
              <WholeWords text={deedInWords(action)} />
              {count === null ? null : ` (${count.toLocaleString('nl-NL')})`}
            </td>
            <td>
              <SubjectLink subject={subject} managesOrganisers={managesOrganisers} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function SubjectLink({ subject, managesOrganisers }: { subject: Subject; managesOrganisers: boolean }) {
  const words = subjectInWords(subject)
  const href = hrefOf(subject, managesOrganisers)
  return href ? (
    <Link href={href} className={styles.name}>
      {words}
    </Link>
  ) : (
    words
  )
}

function hrefOf({ type, id, label, sessionId }: Subject, managesOrganisers: boolean): string | null {
  if (label === null) return null
  if (type === 'organiser') return managesOrganisers ? routes.organiser(id) : null
  if (!sessionId) return null
  if (type === 'registration') return routes.registration(sessionId, id)
  if (type === 'message') return routes.message(sessionId, id)
  if (type === 'letter') return routes.letter(sessionId, id)
  return routes.registrations(sessionId)
}
