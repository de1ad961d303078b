import { Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { At } from '@/components/layout/at'
import { DescriptionList } from '@/components/layout/description-list'
import { PageTitle } from '@/components/layout/page-title'
import { type Looks, MailLooks } from './mail-looks'
import styles from './message-details.module.css'
import { kindInWords, stateInWords } from './message-words'
import type { MessageRow } from './messages-table'

type Message = MessageRow & {
  /** What the mail server said last. */
  answer: string | null
  attempts: number
  looks: Looks | null
  /** An organiser has seen to it that it failed. */
  settledAt: Date | null
}

const notMadeYet = 'Deze mail wordt gemaakt op het moment dat hij weggaat. Tot dan is er niets te zien.'
const erased =
  'Wat er in deze mail stond, is gewist. Dat doen we een tijd na de kennissessie, of als iemand die erin stond gewist is.'

/** One mail: how it stands, and what it looked like as it was sent. */
export function MessageDetails({ message, children }: { message: Message; children: ReactNode }) {
  const { looks } = message
  return (
    <>
      <PageTitle size="calm" over={`Aan ${message.to.name}`}>
        {kindInWords(message.kind)}
      </PageTitle>
      <DescriptionList layout="rows" items={facts(message)} />
      <div className={styles.actions}>{children}</div>
      {looks ? <MailLooks looks={looks} /> : <Paragraph>{message.state === 'sent' ? erased : notMadeYet}</Paragraph>}
    </>
  )
}

function facts(message: Message) {
  const { to, at, attempts, answer } = message
  return [
    { term: 'Aan', detail: [to.name, to.address].filter(Boolean).join(', ') },
    { term: 'Stand', detail: stateInWords(message) },
    { term: 'Wanneer', detail: <At moment={at} /> },
    ...(attempts > 1 ? [{ term: 'Geprobeerd', detail: `${attempts} keer` }] : []),
    ...(answer ? [{ term: 'Antwoord van de mailserver', detail: answer }] : []),
    ...(message.maybeDuplicate
      ? [
          {
            term: message.state === 'sent' ? 'Mogelijk dubbel' : 'Misschien toch aangekomen',
            detail: `De verbinding viel weg toen de mail al was aangeboden. Misschien is hij ${message.state === 'sent' ? 'twee keer' : 'toch'} aangekomen.`,
          },
        ]
      : []),
    ...(message.settledAt ? [{ term: 'Geregeld', detail: <At moment={message.settledAt} /> }] : []),
  ]
}
