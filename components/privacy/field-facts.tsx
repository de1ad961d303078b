import { Heading } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import type { KeepTerms } from '@/lib/privacy/rules'
import { type PersonalField, personalFields } from '@/lib/privacy/schema-fields'
import styles from './field-facts.module.css'
import { fieldWords, groundWords, readersInWords } from './field-words'
import { termInWords } from './term-words'

/** One personal field: what for, who reads it, how long, and on what it rests. */
export function FieldFacts({ field, terms }: { field: PersonalField; terms: KeepTerms }) {
  const { ground, readers, kept } = personalFields[field]
  const { name, why } = fieldWords[field]
  const items = [
    { term: 'Waarvoor?', detail: why },
    { term: 'Hoe lang?', detail: termInWords(kept, terms) },
    { term: 'Wie ziet het?', detail: readersInWords(readers) },
    { term: 'Waarom mag het?', detail: groundWords[ground] },
  ]
  return (
    <section className={styles.field}>
      <Heading level={3}>{name}</Heading>
      <DescriptionList layout="rows" items={items} />
    </section>
  )
}
