import type { KeepTerms } from '@/lib/privacy/rules'
import { askedFields } from '@/lib/privacy/schema'
import { personalFields, type Term } from '@/lib/privacy/schema-fields'
import { fieldWords } from './field-words'
import { termInWords } from './term-words'

const and = new Intl.ListFormat('nl')

/** What somebody fills in, by how long it is kept: "Je naam, je e-mailadres en je functie. We wissen dit …" */
export function keptInWords(terms: KeepTerms): string[] {
  const kept = new Map<Term, string[]>()
  for (const field of askedFields) {
    const { kept: term } = personalFields[field]
    kept.set(term, [...(kept.get(term) ?? []), fieldWords[field].name])
  }
  return [...kept].map(([term, names]) => {
    const [first = '', ...others] = names
    const lower = others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    return `${and.format([first, ...lower])}. ${termInWords(term, terms)}`
  })
}
