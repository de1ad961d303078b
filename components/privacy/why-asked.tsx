import { Link } from '@utrecht/component-library-react'
import { Why } from '@/components/form/why'
import type { WhyAsked } from '@/components/form/why-asked'
import { routes } from '@/lib/platform/routes'
import type { KeepTerms } from '@/lib/privacy/rules'
import { type AskedField, askedFields } from '@/lib/privacy/schema'
import { personalFields } from '@/lib/privacy/schema-fields'
import { fieldWords, readersInWords } from './field-words'
import { termInWords } from './term-words'

/** What stands under each field of the form: what for, who reads it and how long it is kept. */
export const whyAsked = (terms: KeepTerms): WhyAsked =>
  Object.fromEntries(askedFields.map((field) => [field, <WhyField key={field} field={field} terms={terms} />]))

function WhyField({ field, terms }: { field: AskedField; terms: KeepTerms }) {
  const { readers, kept } = personalFields[field]
  const { name, why } = fieldWords[field]
  return (
    <Why about={name}>
      {why} {readersInWords(readers)} {termInWords(kept, terms)} <Link href={routes.privacy()}>Meer over privacy</Link>
    </Why>
  )
}
