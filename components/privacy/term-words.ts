import type { KeepTerms } from '@/lib/privacy/rules'
import type { Term } from '@/lib/privacy/schema-fields'

/** "4 weken", "10 dagen", "1 dag". */
export function daysInWords(days: number): string {
  if (days % 7 === 0) return days === 7 ? '1 week' : `${days / 7} weken`
  return days === 1 ? '1 dag' : `${days} dagen`
}

/** "3 maanden", "1 jaar". */
export function monthsInWords(months: number): string {
  if (months % 12 === 0) return `${months / 12} jaar`
  return months === 1 ? '1 maand' : `${months} maanden`
}

/** How long something is kept, as a sentence. */
export function termInWords(term: Term, { needsDays, namesMonths, trailMonths }: KeepTerms): string {
  const words: Record<Term, string> = {
    needs: `We wissen dit ${daysInWords(needsDays)} na de sessie.`,
    names: `We wissen dit ${monthsInWords(namesMonths)} na de sessie.`,
    nameless: `Dit blijft bewaard. ${sentence(monthsInWords(namesMonths))} na de sessie halen we je naam, je adres en je nummer eruit.`,
    stays: 'Dit blijft bewaard zolang de kennissessie op de site staat.',
    trail: `We wissen dit na ${monthsInWords(trailMonths)}.`,
    account: `We wissen dit ${monthsInWords(trailMonths)} nadat iemands toegang is beëindigd.`,
    brief: 'We wissen dit binnen een dag nadat het niet meer geldt.',
  }
  return words[term]
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
