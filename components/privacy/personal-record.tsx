import { Heading, OrderedList, OrderedListItem } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/ui/text/description-list'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import { longDate } from '@/lib/platform/time'
import type { SubjectAccessRecord } from '@/lib/privacy/schema'
import styles from './personal-record.module.css'
import { recordSections } from './personal-record-copy'

export function PersonalRecord({ record }: { record: SubjectAccessRecord }) {
  const { title, startsAt } = record.session
  return (
    <section className={styles.part}>
      <Heading level={2}>
        {title}, {longDate(startsAt)}
      </Heading>
      {recordSections(record).map((section) => (
        <Section key={section.heading} {...section} />
      ))}
    </section>
  )
}

function Section({ heading, facts = [], texts = [], mails = [] }: ReturnType<typeof recordSections>[number]) {
  if (facts.length + texts.length + mails.length === 0) return null
  // Numbered, because two texts may be equal.
  const numberedTexts = texts.map((text, index) => ({ text, number: index + 1 }))
  return (
    <div className={styles.part}>
      <Heading level={3}>
        <NonBreakingText text={heading} />
      </Heading>
      {facts.length > 0 ? <DescriptionList layout="rows" items={facts} /> : null}
      {texts.length > 0 ? (
        <OrderedList role={undefined} className={styles.texts}>
          {numberedTexts.map(({ text, number }) => (
            <OrderedListItem key={number}>
              <NonBreakingText text={text} />
            </OrderedListItem>
          ))}
        </OrderedList>
      ) : null}
      {/* Collapsed, because a few mails are longer than the rest of the record. */}
      {mails.map(({ id, title, text }) => (
        <details key={id} className={styles.mail}>
          <summary>
            <NonBreakingText text={title} />
          </summary>
          <p className={styles.text}>{text}</p>
        </details>
      ))}
    </div>
  )
}
