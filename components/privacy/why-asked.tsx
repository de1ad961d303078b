import { Link } from '@utrecht/component-library-react'
import { Why } from '@/components/form/why'
import type { WhyAsked } from '@/components/form/why-asked'
import { routes } from '@/lib/platform/routes'
import type { KeepTerms } from '@/lib/privacy/rules'
import { type AskedField, askedFields } from '@/lib/privacy/schema'
import { personalFields } from '@/lib/privacy/schema-fields'
import { colleagueWords, fieldWords, readersInWords } from './field-words'
import { termInWords } from './term-words'

/** What stands under each field of the form: what for, who reads it and how long it is kept. */
export const whyAsked = (terms: KeepTerms): WhyAsked =>
  Object.fromEntries(askedFields.map((field) => [field, <WhyField key={field} {...{ field, terms }} />]))

/** The same where somebody fills in who their colleague is. */
export const whyAskedOfColleague = (terms: KeepTerms): WhyAsked => ({
  name: <WhyField field="name" words={colleagueWords.name} terms={terms} />,
  email: <WhyField field="email" words={colleagueWords.email} terms={terms} />,
  role: <WhyField field="role" words={colleagueWords.role} terms={terms} />,
})

type Props = { field: AskedField; words?: { name: string; why: string }; terms: KeepTerms }

function WhyField({ field, words = fieldWords[field], terms }: Props) {
  const { readers, kept } = personalFields[field]
  const { name, why } = words
  return (
    <Why about={name}>
      {why} {readersInWords(readers)} {termInWords(kept, terms)} <Link href={routes.privacy()}>Meer over privacy</Link>
    </Why>
  )
}
