import { Link } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { describeAction, describeActor, describeSubject } from '@/components/audit/audit-log-copy'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import type { listAuditLog } from '@/lib/audit/queries'
import { routes } from '@/lib/platform/routes'

type List = Awaited<ReturnType<typeof listAuditLog>>
type Subject = List['rows'][number]['subject']

type Props = Pick<List, 'rows' | 'page' | 'pages'> & {
  /** Whether the reader may open the page of an organiser. */
  canManageOrganisers: boolean
}

/** One page of the audit log. */
export function AuditLogTable({ rows, page, pages, canManageOrganisers }: Props) {
  return (
    <AdminTable
      caption={pages > 1 ? `Logboek, pagina ${page} van ${pages}` : 'Logboek, het nieuwste bovenaan'}
      columns={['Wanneer', 'Wie', 'Wat', 'Waarvan']}
    >
      {rows.map(({ id, at, actor, action, count, subject }) => (
        <tr key={id}>
          <th scope="row" className={styles.short}>
            <ShortDateTime value={at} />
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
    </AdminTable>
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
