import { Link } from '@utrecht/component-library-react'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { Disclosure } from '@/components/ui/disclosure'
import { routes } from '@/lib/platform/routes'
import { dataCategories, dataRegister } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import { colleagueDataCategoryCopy, dataCategoryCopy, describeReaders } from './data-category-copy'
import { describeRetention } from './retention-copy'

/** Returns, for each field of the registration form, an explanation of the purpose, readers and retention of its data. */
export const purposeDisclosures = (periods: RetentionPeriods) => disclosuresFor(dataCategoryCopy, periods)

/** Returns explanations of the purpose, readers and retention of the data that a participant fills in about a colleague. */
export const colleaguePurposeDisclosures = (periods: RetentionPeriods) =>
  disclosuresFor(colleagueDataCategoryCopy, periods)

const disclosuresFor = (copy: Partial<typeof dataCategoryCopy>, periods: RetentionPeriods): FieldExplanations =>
  Object.fromEntries(
    dataCategories.form.flatMap((category) => {
      const texts = copy[category]
      if (!texts) return []
      const { readers, retention } = dataRegister[category]
      const disclosure = (
        <Disclosure key={category} hiddenLabel={texts.name}>
          {texts.why} {describeReaders(readers)} {describeRetention(retention, periods)}{' '}
          <Link href={routes.privacy()}>Meer over privacy</Link>
        </Disclosure>
      )
      return [[category, disclosure]]
    }),
  )
