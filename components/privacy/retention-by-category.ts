import { dataRegister, type RetentionClass } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import { formDataCategories } from '@/lib/privacy/schema'
import { dataCategoryCopy } from './data-category-copy'
import { describeRetention } from './retention-copy'

const listFormat = new Intl.ListFormat('nl')

/** What somebody fills in, by how long it is kept: "Je naam, je e-mailadres en je functie. We wissen dit …" */
export function describeRetentionByCategory(periods: RetentionPeriods): string[] {
  const namesByRetention = new Map<RetentionClass, string[]>()
  for (const category of formDataCategories) {
    const { retention: term } = dataRegister[category]
    namesByRetention.set(term, [...(namesByRetention.get(term) ?? []), dataCategoryCopy[category].name])
  }
  return [...namesByRetention].map(([term, names]) => {
    const [first = '', ...others] = names
    const lower = others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    return `${listFormat.format([first, ...lower])}. ${describeRetention(term, periods)}`
  })
}
