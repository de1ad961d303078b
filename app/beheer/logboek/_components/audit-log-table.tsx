import { Link } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import styles from '@/app/beheer/_components/table-cells.module.css'
import { describeAction, describeActor, describeSubject } from '@/components/audit/audit-log-copy'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import type { listAuditLog } from '@/lib/audit/queries'
import { routes } from '@/lib/platform/routes'

type AuditLog = Awaited<ReturnType<typeof listAuditLog>>

/** One page of the audit log. Only an organiser who manages organisers gets links to them. */
export function AuditLogTable({ rows, page, pages, canManageOrganisers }: AuditLog & { canManageOrganisers: boolean }) {
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
            <SubjectLink text={describeSubject(subject)} href={subjectHref(subject, canManageOrganisers)} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}

function SubjectLink({ text, href }: { text: string; href: string | null }) {
  return href ? (
    <Link href={href} className={styles.name}>
      {text}
    </Link>
  ) : (
    text
  )
}

type Subject = AuditLog['rows'][number]['subject']

function subjectHref({ type, id, label, sessionId }: Subject, canManageOrganisers: boolean): string | null {
  if (label === null) return null
  if (type === 'organiser') return canManageOrganisers ? routes.organiser(id) : null
  if (!sessionId) return null
  if (type === 'registration') return routes.registration(sessionId, id)
  if (type === 'message') return routes.message(sessionId, id)
  if (type === 'customMessage') return routes.customMessage(sessionId, id)
  return routes.registrations(sessionId)
}
