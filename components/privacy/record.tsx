import { Heading, OrderedList, OrderedListItem } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import { WholeWords } from '@/components/layout/whole-words'
import { longDate } from '@/lib/platform/time'
import styles from './record.module.css'
import { type KeptMail, type KeptRecord, type RecordPart, recordParts } from './record-words'

/** All that is kept of one sign-up, to read. */
export function Record({ record }: { record: KeptRecord }) {
  const { title, startsAt } = record.session
  return (
    <section className={styles.part}>
      <Heading level={2}>
        {title}, {longDate(startsAt)}
      </Heading>
      {recordParts(record).map((part) => (
        <Part key={part.heading} part={part} />
      ))}
    </section>
  )
}

function Part({ part }: { part: RecordPart }) {
  const content = contentOf(part)
  if (!content) return null
  return (
    <div className={styles.part}>
      <Heading level={3}>
        <WholeWords text={part.heading} />
      </Heading>
      {content}
    </div>
  )
}

function contentOf(part: RecordPart) {
  if ('facts' in part) return part.facts.length > 0 ? <DescriptionList layout="rows" items={part.facts} /> : null
  if ('texts' in part) return part.texts.length > 0 ? <Texts texts={part.texts} /> : null
  return part.mails.length > 0 ? part.mails.map((mail) => <Mail key={mail.id} mail={mail} />) : null
}

function Texts({ texts }: { texts: string[] }) {
  // The same may have been noted twice: only its place tells one from the other.
  const numbered = texts.map((text, index) => ({ text, number: index + 1 }))
  return (
    <OrderedList role={undefined} className={styles.texts}>
      {numbered.map(({ text, number }) => (
        <OrderedListItem key={number}>
          <WholeWords text={text} />
        </OrderedListItem>
      ))}
    </OrderedList>
  )
}

/** Closed until somebody wants to read it: a handful of mails is longer than all the rest. */
function Mail({ mail: { lead, text } }: { mail: KeptMail }) {
  return (
    <details className={styles.mail}>
      <summary>
        <WholeWords text={lead} />
      </summary>
      <p className={styles.text}>{text}</p>
    </details>
  )
}
