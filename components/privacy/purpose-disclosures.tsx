import { Link } from '@utrecht/component-library-react'
import type { FieldExplanations } from '@/components/registration-form/field-explanations'
import { Disclosure } from '@/components/ui/disclosure'
import { routes } from '@/lib/platform/routes'
import { dataRegister, type FormDataCategory, formDataCategories } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import { colleagueDataCategoryCopy, dataCategoryCopy, describeReaders } from './data-category-copy'
import { describeRetention } from './retention-copy'

/** An explanation for each form field: purpose, readers and retention. */
export const purposeDisclosures = (periods: RetentionPeriods): FieldExplanations =>
  Object.fromEntries(
    formDataCategories.map((category) => [category, <PurposeDisclosure key={category} {...{ category, periods }} />]),
  )

/** Explanations for the form on which a participant fills in data about a colleague. */
export const colleaguePurposeDisclosures = (periods: RetentionPeriods): FieldExplanations => ({
  name: <PurposeDisclosure category="name" copy={colleagueDataCategoryCopy.name} periods={periods} />,
  email: <PurposeDisclosure category="email" copy={colleagueDataCategoryCopy.email} periods={periods} />,
  role: <PurposeDisclosure category="role" copy={colleagueDataCategoryCopy.role} periods={periods} />,
})

type Props = { category: FormDataCategory; copy?: { name: string; why: string }; periods: RetentionPeriods }

function PurposeDisclosure({ category, copy = dataCategoryCopy[category], periods }: Props) {
  const { readers, retention } = dataRegister[category]
  const { name, why } = copy
  return (
    <Disclosure hiddenLabel={name}>
      {why} {describeReaders(readers)} {describeRetention(retention, periods)}{' '}
      <Link href={routes.privacy()}>Meer over privacy</Link>
    </Disclosure>
  )
}
