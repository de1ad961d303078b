import { placeholderNotAllowed } from '@/app/beheer/sessies/_components/mail-content-copy'
import { dateAndTime } from '@/lib/platform/time'
import { notificationSettingsLimits, type ReleaseFieldReason } from '@/lib/sessions/schema'

const formatCount = (max: number) => max.toLocaleString('nl-NL')

const messages: Record<string, Partial<Record<ReleaseFieldReason, string>>> = {
  followUpAudience: { missing: 'Kies wie een bedankmail krijgt' },
  materials: {
    'too-long': `Maak deze tekst korter, tot ${formatCount(notificationSettingsLimits.materials)} tekens`,
    placeholder: placeholderNotAllowed,
  },
  evaluationUrl: {
    'not-https': 'Kijk de link na. Hij begint met https://',
    'too-long': `Kijk de link na. Er is plaats voor ${formatCount(notificationSettingsLimits.evaluationUrl)} tekens`,
  },
}

/** How to mend each field that was refused, in the order of the form. */
export function notificationSettingsErrors(reasons: Record<string, ReleaseFieldReason>): Record<string, string> {
  const fields = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(fields.map((field) => [field, messages[field]?.[reasons[field] ?? 'missing'] ?? '']))
}

/** When a mail goes out by itself: still to come, from then until now, or too late to be of use. */
export type ScheduledMoment = { dueAt: Date; status: 'coming' | 'due' | 'over' }

/** The same in words, with what it also depends on. */
export function scheduledMomentSentence(moment: ScheduledMoment | undefined, condition = ''): string {
  if (moment?.status === 'over') return 'Dit moment is voorbij: deze mail gaat niet meer.'
  return [moment && `${prefixes[moment.status]} ${dateAndTime(moment.dueAt)}.`, condition].filter(Boolean).join(' ')
}

const prefixes = { coming: 'Op', due: 'Sinds' } as const
