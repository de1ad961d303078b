import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminTable, ShortDateTime } from '@/app/beheer/_components/admin-table'
import { messageStateLabel } from '@/app/beheer/sessies/[id]/_components/message-copy'
import { mailKindLabel } from '@/lib/notifications/kinds/registry'
import type { listMessages } from '@/lib/outbox/message-queries'
import { routes } from '@/lib/platform/routes'
import styles from './registration-details.module.css'

type Props = { sessionId: string; messages: Awaited<ReturnType<typeof listMessages>> }

/** The mails about a registration, with their delivery status. */
export function RegistrationMessages({ sessionId, messages }: Props) {
  return (
    <section className={styles.part}>
      <Heading level={2}>Berichten</Heading>
      {messages.length === 0 ? (
        <Paragraph>Er zijn nog geen berichten over deze aanmelding.</Paragraph>
      ) : (
        <AdminTable caption="Berichten over deze aanmelding" columns={['Bericht', 'Stand', 'Wanneer']}>
          {messages.map(({ id, kind, at, ...status }) => (
            <tr key={id}>
              <th scope="row">
                <Link href={routes.message(sessionId, id)}>{mailKindLabel(kind)}</Link>
              </th>
              <td>{messageStateLabel(status)}</td>
              <td>
                <ShortDateTime value={at} />
              </td>
            </tr>
          ))}
        </AdminTable>
      )}
    </section>
  )
}
