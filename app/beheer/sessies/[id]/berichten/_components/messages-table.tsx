import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime, smallPrint } from '@/app/beheer/_components/admin-table'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import lines from '@/components/ui/table-rows.module.css'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { listSessionMessages } from '@/lib/outbox/message-queries'
import { routes } from '@/lib/platform/routes'

type Props = { sessionId: string } & Awaited<ReturnType<typeof listSessionMessages>>

/** One page of the mails about a session. */
export function MessagesTable({ sessionId, rows, page, pages }: Props) {
  if (rows.length === 0) return <Paragraph>Er zijn geen berichten, of geen die je zoekt.</Paragraph>
  return (
    <AdminTable
      caption={pages > 1 ? `Berichten, pagina ${page} van ${pages}` : 'Berichten, de nieuwste bovenaan'}
      columns={['Bericht', 'Aan', 'Stand', 'Wanneer']}
    >
      {rows.map(({ id, kind, to, at, customMessageSubject, ...status }) => (
        <tr key={id}>
          <th scope="row">
            <Link href={routes.message(sessionId, id)}>
              {mailKindLabel(kind)}
              <span className="visually-hidden"> aan {to.name}</span>
            </Link>
            {customMessageSubject ? (
              <>
                <br />
                <span className={smallPrint}>{customMessageSubject}</span>
              </>
            ) : null}
          </th>
          <td>
            {to.name}
            <br />
            <span className={smallPrint}>{to.address}</span>
          </td>
          <td>{messageStateLabel(status)}</td>
          <td>
            <ShortDateTime value={at} className={lines.moment} />
          </td>
        </tr>
      ))}
    </AdminTable>
  )
}
