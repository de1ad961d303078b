import { z } from 'zod'
import { multiline, requiredMultiline } from '@/lib/platform/form-fields'
import { FollowUpAudience } from '@/prisma/generated/enums'
import { isHttpsWithoutLogin, type MeetingLinkProblem, readMeetingLink } from './meeting-link'

/** Longest texts of the release form, in UTF-16 code units, as browsers count them. */
export const releaseLimits = { onlineLink: 2000, agenda: 5000 } as const

export type ReleaseFieldReason = 'missing' | MeetingLinkProblem | 'too-long' | 'placeholder'
const reason = (code: ReleaseFieldReason | ScheduleFieldReason) => code

/** Schema of text without placeholders such as "{naam}". Only texts of mail templates have their placeholders filled. */
const textWithoutPlaceholder = (max: number) =>
  multiline(max).refine((typed) => !/\{[a-z]+\}/.test(typed), reason('placeholder'))

/** Schema of the release form. Accepts only https links: http would show others on the network who takes part. */
export const releaseSchema = z.object({
  onlineLink: multiline(releaseLimits.onlineLink).pipe(
    z
      .string()
      .min(1, { error: reason('missing'), abort: true })
      .transform((typed, context) => {
        const found = readMeetingLink(typed)
        if ('link' in found) return found.link
        context.addIssue({ code: 'custom', message: reason(found.problem) })
        return z.NEVER
      }),
  ),
  agenda: textWithoutPlaceholder(releaseLimits.agenda).pipe(z.string().min(1, reason('missing'))),
})

export type ReleaseInput = z.output<typeof releaseSchema>

export type ReleaseRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-over'
  | 'released-meanwhile'
  | 'nothing-changed'
  | 'recipients-changed'

/** Times of a session. Without `registrationOpensAt`, registration opens when the session is published. */
export type SessionTimes = {
  startsAt: Date
  endsAt: Date
  questionDeadlineAt: Date
  registrationOpensAt: Date | null
  registrationClosesAt: Date
}

export type ScheduleFieldReason =
  | 'in-the-past'
  | 'missing'
  | 'not-a-date'
  | 'not-a-time'
  | 'skipped'
  | 'midnight'
  | 'end-before-start'
  | 'deadline-after-closing'
  | 'closing-after-start'
  | 'opening-after-deadline'

const calendarDay = z.iso
  .date(reason('not-a-date'))
  .transform((value) => {
    const [year = 0, month = 0, day = 0] = value.split('-').map(Number)
    return { year, month, day }
  })
  // Browsers send incomplete years while typing: "0202" on the way to 2027.
  .refine(({ year }) => year >= 2000 && year <= 2099, reason('not-a-date'))

const clockTime = z.iso.time({ precision: -1, error: reason('not-a-time') }).transform((value) => {
  const [hour = 0, minute = 0] = value.split(':').map(Number)
  return { hour, minute }
})

const empty = z.literal('').transform(() => null)

/** Schema of the schedule form, as date and time inputs send it ("2022-11-08", "15:00"). January is month 1. */
export const scheduleSchema = z.object({
  date: calendarDay,
  startTime: clockTime,
  endTime: clockTime,
  deadlineDate: calendarDay,
  deadlineTime: clockTime,
  /** Day on which registration opens; empty: on publication. Without `openingTime` it opens at the start of that day. */
  openingDate: z.union([empty, calendarDay], reason('not-a-date')),
  openingTime: z.union([empty, clockTime], reason('not-a-time')),
  /** Last day of registration. Without `closingTime`, registration closes at the end of that day. */
  closingDate: calendarDay,
  closingTime: z.union([empty, clockTime], reason('not-a-time')),
})
export type ScheduleInput = z.output<typeof scheduleSchema>
export const scheduleFields = scheduleSchema.keyof().options
export type ScheduleField = keyof ScheduleInput

const instant = z.iso.datetime().transform((value) => new Date(value))

/** Schema that parses the text of `serializeTimes` into session times. */
export const serializedTimesSchema = z
  .string()
  .transform((value) => value.split(' '))
  .pipe(z.tuple([instant, instant, instant, instant, z.union([z.literal('-').transform(() => null), instant])]))
  .transform(([startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt]): SessionTimes => {
    return { startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt }
  })

export type RescheduleRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'times-out-of-order'
  | 'nothing-changed'
  | 'changed-meanwhile'
  | 'recipients-changed'

export const cancelLimits = { reason: 1000 } as const

export const cancelSchema = z.object({ reason: requiredMultiline(cancelLimits.reason) })

export type CancelRefusal = 'unknown-session' | 'session-over' | 'recipients-changed'

export type NotificationSettingsRefusal = 'unknown-session' | 'changed-meanwhile'

export const notificationSettingsLimits = { materials: 5000, evaluationUrl: 2000 } as const

/** Schema of a checkbox: true when checked. Browsers send nothing for an unchecked one, which reads as ''. */
export const checkbox = z.string().transform((value) => value === 'on')

export const notificationSettingsSchema = z.object({
  remindWeekBefore: checkbox,
  remindDayBefore: checkbox,
  remindHourBefore: checkbox,
  remindOrganisers: checkbox,
  notifyWaitlist: checkbox,
  followUpAudience: z.enum(FollowUpAudience, reason('missing')),
  materials: textWithoutPlaceholder(notificationSettingsLimits.materials),
  evaluationUrl: multiline(notificationSettingsLimits.evaluationUrl)
    .refine((url) => url === '' || isHttpsWithoutLogin(url), reason('not-https'))
    .transform((url) => url || null),
})

export type NotificationSettings = z.output<typeof notificationSettingsSchema>
