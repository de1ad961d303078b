import { Heading, Paragraph } from '@utrecht/component-library-react'
import type { KeepTerms } from '@/lib/privacy/rules'
import { type PersonalField, personalFields } from '@/lib/privacy/schema-fields'
import styles from './field-facts.module.css'
import { fieldWords, groundWords, readersInWords } from './field-words'
import { termInWords } from './term-words'

/** One personal field: what for, who reads it, how long, and on what it rests. */
export function FieldFacts({ field, terms }: { field: PersonalField; terms: KeepTerms }) {
  const { ground, readers, kept } = personalFields[field]
  const { name, why } = fieldWords[field]
  return (
    <section className={styles.field}>
      <Heading level={3}>{name}</Heading>
      <Paragraph>{why}</Paragraph>
      <Paragraph className={styles.facts}>
        {termInWords(kept, terms)} {readersInWords(readers)} Waarom mag het? {groundWords[ground]}.
      </Paragraph>
    </section>
  )
}
