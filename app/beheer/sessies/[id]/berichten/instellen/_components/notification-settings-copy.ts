import { placeholderNotAllowed } from '@/app/beheer/sessies/_components/mail-content-copy'
import { fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import { dateAndTime } from '@/lib/platform/time'
import { notificationSettingsLimits, type ReleaseFieldReason } from '@/lib/sessions/schema'

export const reminderFields = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const
export const notificationSettingsFields = [...reminderFields, 'followUpAudience', 'materials', 'evaluationUrl'] as const

const messages = {
  followUpAudience: { missing: 'Kies wie een bedankmail krijgt' },
  materials: {
    'too-long': tooLongMessage(notificationSettingsLimits.materials),
    placeholder: placeholderNotAllowed,
  },
  evaluationUrl: {
    'not-https': 'Kijk de link na. Hij begint met https://',
    'too-long': `Kijk de link na. Er is plaats voor ${notificationSettingsLimits.evaluationUrl.toLocaleString('nl-NL')} tekens`,
  },
}

export const notificationSettingsErrors = (reasons: Record<string, ReleaseFieldReason>) =>
  fieldErrors(messages, reasons)

/** When a scheduled mail is sent. `due`: its moment has passed and it is still useful; `over`: it is too late. */
export type ScheduledMoment = { dueAt: Date; status: 'coming' | 'due' | 'over' }

/** Describes when a scheduled mail is sent, followed by its condition. */
export function scheduledMomentSentence(moment: ScheduledMoment | undefined, condition = ''): string {
  if (moment?.status === 'over') return 'Dit moment is voorbij: deze mail gaat niet meer.'
  return [moment && `${prefixes[moment.status]} ${dateAndTime(moment.dueAt)}.`, condition].filter(Boolean).join(' ')
}

const prefixes = { coming: 'Op', due: 'Sinds' } as const
