import { Heading } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import { longDate } from '@/lib/platform/time'
import styles from './field-facts.module.css'
import { type KeptRecord, recordParts } from './record-words'

/** All that is kept of one sign-up, to read. */
export function Record({ record }: { record: KeptRecord }) {
  const { title, startsAt } = record.session
  return (
    <section className={styles.field}>
      <Heading level={2}>
        {title}, {longDate(startsAt)}
      </Heading>
      {recordParts(record).map(({ heading, items }) =>
        items.length === 0 ? null : (
          <div key={heading} className={styles.field}>
            <Heading level={3}>{heading}</Heading>
            <DescriptionList layout="rows" items={items} />
          </div>
        ),
      )}
    </section>
  )
}
