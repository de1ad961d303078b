import { Heading, Paragraph } from '@utrecht/component-library-react'
import { Table } from '@/components/layout/table'
import type { MessageState } from '@/lib/messages/rules'
import { isoLocal, shortDateTime } from '@/lib/platform/time'
import styles from './registration-details.module.css'
import lines from './rows.module.css'

type MessageRow = { id: string; kind: string; state: MessageState; at: Date }

const kinds: Record<string, string> = {
  confirmation: 'Bevestiging van de aanmelding',
  'already-registered': 'Bericht: je was al aangemeld',
}

const states: Record<MessageState, string> = {
  sent: 'Verstuurd',
  failed: 'Niet gelukt: de mailserver nam het niet aan',
  dropped: 'Niet verstuurd: het was niet meer nodig',
  retrying: 'Nog niet gelukt, we proberen het opnieuw',
  waiting: 'Staat klaar om te versturen',
}

/** The mails about one sign-up and what became of them. */
export function RegistrationMessages({ messages }: { messages: MessageRow[] }) {
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
            {messages.map(({ id, kind, state, at }) => (
              <tr key={id}>
                <th scope="row">{kinds[kind] ?? kind}</th>
                <td>{states[state]}</td>
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
