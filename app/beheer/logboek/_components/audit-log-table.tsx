import { Link } from '@utrecht/component-library-react'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { describeAction, describeActor, describeSubject } from '@/components/audit/audit-log-copy'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import type { AuditAction } from '@/lib/audit/schema'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

type Subject = { type: string; id: string; label: string | null; sessionId: string | null }
type Row = {
  id: string
  at: Date
  action: AuditAction
  count: number | null
  actor: 'participant' | 'system' | { name: string | null }
  subject: Subject
}

type Props = {
  rows: Row[]
  page: number
  pages: number
  /** Whether the reader may open the page of an organiser. */
  canManageOrganisers: boolean
}

/** Who did what to what, and when; one page of it. */
export function AuditLogTable({ rows, page, pages, canManageOrganisers }: Props) {
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
            <td>{describeActor(actor)}</td>
            <td>
              <NonBreakingText text={describeAction(action)} />
              {count === null ? null : ` (${count.toLocaleString('nl-NL')})`}
            </td>
            <td>
              <SubjectLink subject={subject} canManageOrganisers={canManageOrganisers} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

function SubjectLink({ subject, canManageOrganisers }: { subject: Subject; canManageOrganisers: boolean }) {
  const text = describeSubject(subject)
  const href = subjectHref(subject, canManageOrganisers)
  return href ? (
    <Link href={href} className={styles.name}>
      {text}
    </Link>
  ) : (
    text
  )
}

function subjectHref({ type, id, label, sessionId }: Subject, canManageOrganisers: boolean): string | null {
  if (label === null) return null
  if (type === 'organiser') return canManageOrganisers ? routes.organiser(id) : null
  if (!sessionId) return null
  if (type === 'registration') return routes.registration(sessionId, id)
  if (type === 'message') return routes.message(sessionId, id)
  if (type === 'customMessage') return routes.customMessage(sessionId, id)
  return routes.registrations(sessionId)
}
