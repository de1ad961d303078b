import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { Table } from '@/components/ui/table'
import lines from '@/components/ui/table-rows.module.css'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { MessageState } from '@/lib/outbox/message-state'
import type { MessageCancelReason, MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import styles from './registration-details.module.css'

type MessageRow = {
  id: string
  kind: MessageKind
  state: MessageState
  at: Date
  maybeDuplicate: boolean
  cancelReason: MessageCancelReason | null
}

/** The mails about one sign-up and what became of them. */
export function RegistrationMessages({ sessionId, messages }: { sessionId: string; messages: MessageRow[] }) {
  return (
    <section className={styles.part}>
      <Heading level={2}>Berichten</Heading>
      {messages.length === 0 ? (
        <Paragraph>Er zijn nog geen berichten over deze aanmelding.</Paragraph>
      ) : (
        <Table caption="Berichten over deze aanmelding" hideCaption>
          <thead className={lines.heads}>
            <tr>
              <th scope="col">Bericht</th>
              <th scope="col">Stand</th>
              <th scope="col">Wanneer</th>
            </tr>
          </thead>
          <tbody className={lines.rows}>
            {messages.map(({ id, kind, at, ...status }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={routes.message(sessionId, id)}>{mailKindLabel(kind)}</Link>
                </th>
                <td>{messageStateLabel(status)}</td>
                <td>
                  <time dateTime={isoLocal(at)}>{shortDateTime(at)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  )
}
