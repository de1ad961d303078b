import { dateAndTime } from '@/lib/platform/time'
import { mailPlanLimits, type ReleaseFieldReason } from '@/lib/sessions/schema'
import { notFilledIn } from './mail-words'

const room = (max: number) => max.toLocaleString('nl-NL')

const messages: Record<string, Partial<Record<ReleaseFieldReason, string>>> = {
  thanksTo: { missing: 'Kies wie een bedankmail krijgt' },
  materials: {
    'too-long': `Maak deze tekst korter, tot ${room(mailPlanLimits.materials)} tekens`,
    placeholder: notFilledIn,
  },
  evaluationUrl: {
    'not-https': 'Kijk de link na. Hij begint met https://',
    'too-long': `Kijk de link na. Er is plaats voor ${room(mailPlanLimits.evaluationUrl)} tekens`,
  },
}

/** How to mend each field that was refused, in the order of the form. */
export function mailPlanErrors(reasons: Record<string, ReleaseFieldReason>): Record<string, string> {
  const fields = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(fields.map((field) => [field, messages[field]?.[reasons[field] ?? 'missing'] ?? '']))
}

/** When a mail goes out by itself: still to come, from then until now, or too late to be of use. */
export type MailMoment = { dueAt: Date; stands: 'coming' | 'due' | 'over' }

/** The same in words, with what it also depends on. */
export function momentInWords(moment: MailMoment | undefined, only = ''): string {
  if (moment?.stands === 'over') return 'Dit moment is voorbij: deze mail gaat niet meer.'
  return [moment && `${starts[moment.stands]} ${dateAndTime(moment.dueAt)}.`, only].filter(Boolean).join(' ')
}

const starts = { coming: 'Op', due: 'Sinds' } as const
