import type { RetentionClass } from '@/lib/privacy/data-register'
import type { RetentionPeriods } from '@/lib/privacy/rules'

/** "4 weken", "10 dagen", "1 dag". */
export function formatDays(days: number): string {
  if (days % 7 === 0) return days === 7 ? '1 week' : `${days / 7} weken`
  return days === 1 ? '1 dag' : `${days} dagen`
}

/** "3 maanden", "1 jaar". */
export function formatMonths(months: number): string {
  if (months % 12 === 0) return `${months / 12} jaar`
  return months === 1 ? '1 maand' : `${months} maanden`
}

/** How long something is kept, as a sentence. */
export function describeRetention(
  retention: RetentionClass,
  { needsDays, namesMonths, auditLogMonths }: RetentionPeriods,
): string {
  const sentences: Record<RetentionClass, string> = {
    needs: `We wissen dit ${formatDays(needsDays)} na de sessie.`,
    names: `We wissen dit ${formatMonths(namesMonths)} na de sessie.`,
    redacted: `Dit blijft bewaard. ${capitalise(formatMonths(namesMonths))} na de sessie halen we je naam, je adres en je nummer eruit.`,
    permanent: 'Dit blijft bewaard zolang de kennissessie op de site staat.',
    auditLog: `We wissen dit na ${formatMonths(auditLogMonths)}.`,
    account: `We wissen dit ${formatMonths(auditLogMonths)} nadat iemands toegang is beëindigd.`,
    shortLived: 'We wissen dit binnen een dag nadat het niet meer geldt.',
  }
  return sentences[retention]
}

const capitalise = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
