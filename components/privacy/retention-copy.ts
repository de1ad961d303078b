import { dataCategories, dataRegister, type RetentionClass } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'
import { dataCategoryCopy } from './data-category-copy'

/** Returns a duration such as "4 weken", "10 dagen", "1 dag". */
export function formatDays(days: number): string {
  if (days % 7 === 0) return days === 7 ? '1 week' : `${days / 7} weken`
  return days === 1 ? '1 dag' : `${days} dagen`
}

/** Returns a duration such as "3 maanden", "1 jaar". */
export function formatMonths(months: number): string {
  if (months % 12 === 0) return `${months / 12} jaar`
  return months === 1 ? '1 maand' : `${months} maanden`
}

/** Returns one or two sentences about a retention class, such as "We wissen dit 4 weken na de sessie." */
export function describeRetention(retention: RetentionClass, periods: RetentionPeriods): string {
  const { needsDays, namesMonths, auditLogMonths } = periods
  const sentences: Record<RetentionClass, string> = {
    needs: `We wissen dit ${formatDays(needsDays)} na de sessie.`,
    names: `We wissen dit ${formatMonths(namesMonths)} na de sessie.`,
    redacted: `Dit blijft bewaard. ${formatMonths(namesMonths)} na de sessie halen we je naam, je adres en je nummer eruit.`,
    permanent: 'Dit blijft bewaard zolang de kennissessie op de site staat.',
    auditLog: `We wissen dit na ${formatMonths(auditLogMonths)}.`,
    account: `We wissen dit ${formatMonths(auditLogMonths)} nadat iemands toegang is beëindigd.`,
    shortLived: 'We wissen dit binnen een dag nadat het niet meer geldt.',
  }
  return sentences[retention]
}

const listFormat = new Intl.ListFormat('nl')

/** Returns a text for each retention class of the form fields, such as "Je naam en je functie. We wissen dit …" */
export function describeRetentionByCategory(periods: RetentionPeriods): string[] {
  const namesByRetention = new Map<RetentionClass, string[]>()
  for (const category of dataCategories.form) {
    const { retention } = dataRegister[category]
    namesByRetention.set(retention, [...(namesByRetention.get(retention) ?? []), dataCategoryCopy[category].name])
  }
  return [...namesByRetention].map(([retention, [first = '', ...others]]) => {
    const lowerCased = others.map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    return `${listFormat.format([first, ...lowerCased])}. ${describeRetention(retention, periods)}`
  })
}
