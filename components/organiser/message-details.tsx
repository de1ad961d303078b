import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { DescriptionList } from '@/components/layout/description-list'
import { PageTitle } from '@/components/layout/page-title'
import { dateAndTime, isoLocal } from '@/lib/platform/time'
import styles from './message-details.module.css'
import { kindInWords, stateInWords } from './message-words'
import type { MessageRow } from './messages-table'

type Message = MessageRow & {
  /** What the mail server said last. */
  answer: string | null
  attempts: number
  looks: { subject: string; html: string; text: string; hasCalendar: boolean } | null
}

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
      {looks ? (
        <>
          <Heading level={2}>Zo ziet hij eruit</Heading>
          <Paragraph>
            Onderwerp: <strong>{looks.subject}</strong>
          </Paragraph>
          {/* No script, no form, no way to this page: a mail holds what people typed. */}
          <iframe className={styles.html} sandbox="" title="De mail met opmaak" srcDoc={looks.html} />
          <Heading level={2}>Als gewone tekst</Heading>
          <pre className={styles.text}>{looks.text}</pre>
        </>
      ) : (
        <Paragraph>Deze mail wordt gemaakt op het moment dat hij weggaat. Tot dan is er niets te zien.</Paragraph>
      )}
    </>
  )
}

function facts(message: Message) {
  const { to, at, attempts, answer, looks } = message
  return [
    { term: 'Aan', detail: `${to.name}, ${to.address}` },
    { term: 'Stand', detail: stateInWords(message) },
    { term: 'Wanneer', detail: <time dateTime={isoLocal(at)}>{dateAndTime(at)}</time> },
    ...(attempts > 1 ? [{ term: 'Geprobeerd', detail: `${attempts} keer` }] : []),
    ...(answer ? [{ term: 'Antwoord van de mailserver', detail: answer }] : []),
    ...(message.maybeDuplicate
      ? [
          {
            term: 'Mogelijk dubbel',
            detail: 'De verbinding viel weg toen de mail al was aangeboden. Misschien is hij twee keer aangekomen.',
          },
        ]
      : []),
    ...(looks?.hasCalendar ? [{ term: 'Bijlage', detail: 'kennissessie.ics' }] : []),
  ]
}
