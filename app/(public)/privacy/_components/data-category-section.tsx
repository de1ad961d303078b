import { Heading, Paragraph } from '@utrecht/component-library-react'
import { dataCategoryCopy, describeReaders, legalBasisLabels } from '@/components/privacy/data-category-copy'
import { describeRetention } from '@/components/privacy/retention-copy'
import { type DataCategory, dataRegister } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import styles from './data-category-section.module.css'

/** Purpose, retention, readers and legal basis of one category of personal data. */
export function DataCategorySection({ category, periods }: { category: DataCategory; periods: RetentionPeriods }) {
  const { legalBasis, readers, retention } = dataRegister[category]
  const { name, why } = dataCategoryCopy[category]
  return (
    <section className={styles.field}>
      <Heading level={3}>{name}</Heading>
      <Paragraph>{why}</Paragraph>
      <Paragraph className={styles.facts}>
        {describeRetention(retention, periods)} {describeReaders(readers)} Waarom mag het?{' '}
        {legalBasisLabels[legalBasis]}.
      </Paragraph>
    </section>
  )
}
