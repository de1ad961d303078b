import { Heading, OrderedList, OrderedListItem } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/ui/text/description-list'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { longDate } from '@/lib/platform/time'
import styles from './personal-record.module.css'
import { type PersonalRecordData, type RecordMail, type RecordSection, recordSections } from './personal-record-copy'

export function PersonalRecord({ record }: { record: PersonalRecordData }) {
  const { title, startsAt } = record.session
  return (
    <section className={styles.part}>
      <Heading level={2}>
        {title}, {longDate(startsAt)}
      </Heading>
      {recordSections(record).map((section) => (
        <Section key={section.heading} section={section} />
      ))}
    </section>
  )
}

function Section({ section }: { section: RecordSection }) {
  const content = sectionContent(section)
  if (!content) return null
  return (
    <div className={styles.part}>
      <Heading level={3}>
        <NonBreakingText text={section.heading} />
      </Heading>
      {content}
    </div>
  )
}

function sectionContent(section: RecordSection) {
  if ('facts' in section)
    return section.facts.length > 0 ? <DescriptionList layout="rows" items={section.facts} /> : null
  if ('texts' in section) return section.texts.length > 0 ? <TextList texts={section.texts} /> : null
  return section.mails.length > 0 ? section.mails.map((mail) => <MailDisclosure key={mail.id} mail={mail} />) : null
}

function TextList({ texts }: { texts: string[] }) {
  // Numbered, because two texts may be equal.
  const numbered = texts.map((text, index) => ({ text, number: index + 1 }))
  return (
    <OrderedList role={undefined} className={styles.texts}>
      {numbered.map(({ text, number }) => (
        <OrderedListItem key={number}>
          <NonBreakingText text={text} />
        </OrderedListItem>
      ))}
    </OrderedList>
  )
}

/** Collapsed, because a few mails are longer than the rest of the record. */
function MailDisclosure({ mail: { title, text } }: { mail: RecordMail }) {
  return (
    <details className={styles.mail}>
      <summary>
        <NonBreakingText text={title} />
      </summary>
      <p className={styles.text}>{text}</p>
    </details>
  )
}
