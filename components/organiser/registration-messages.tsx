import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Table } from '@/components/layout/table'
import type { MessageState } from '@/lib/messages/rules'
import { routes } from '@/lib/platform/routes'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import { kindInWords, stateInWords } from './message-words'
import styles from './registration-details.module.css'
import lines from './rows.module.css'

type MessageRow = {
  id: string
  kind: string
  state: MessageState
  at: Date
  maybeDuplicate: boolean
  dropReason: string | null
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
            {messages.map(({ id, kind, at, ...standing }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={routes.message(sessionId, id)}>{kindInWords(kind)}</Link>
                </th>
                <td>{stateInWords(standing)}</td>
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
