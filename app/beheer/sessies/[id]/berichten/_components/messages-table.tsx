import { Link, Paragraph } from '@utrecht/component-library-react'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { MessageState } from '@/lib/outbox/message-state'
import type { MessageCancelReason, MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'

export type MessageRow = {
  id: string
  kind: MessageKind
  state: MessageState
  at: Date
  maybeDuplicate: boolean
  cancelReason: MessageCancelReason | null
  /** Of what an organiser wrote, with its placeholders. */
  customMessageSubject: string | null
  to: { name: string; address: string }
}

type Props = { sessionId: string; rows: MessageRow[]; page: number; pages: number }

/** The mails about a kennissessie, one page of them. */
export function MessagesTable({ sessionId, rows, page, pages }: Props) {
  if (rows.length === 0) return <Paragraph>Er zijn geen berichten, of geen die je zoekt.</Paragraph>
  return (
    <Table
      caption={pages > 1 ? `Berichten, pagina ${page} van ${pages}` : 'Berichten, de nieuwste bovenaan'}
      hideCaption
    >
      <thead className={lines.heads}>
        <tr>
          <th scope="col">Bericht</th>
          <th scope="col">Aan</th>
          <th scope="col">Stand</th>
          <th scope="col">Wanneer</th>
        </tr>
      </thead>
      <tbody className={lines.rows}>
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
                  <span className={lines.small}>{customMessageSubject}</span>
                </>
              ) : null}
            </th>
            <td>
              {to.name}
              <br />
              <span className={lines.small}>{to.address}</span>
            </td>
            <td>{messageStateLabel(status)}</td>
            <td>
              <time dateTime={isoLocal(at)} className={lines.moment}>
                {shortDateTime(at)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
