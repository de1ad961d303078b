import { z } from 'zod'
import { cleanLines } from '@/lib/platform/text'
import { FollowUpAudience } from '@/prisma/generated/enums'

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const releaseLimits = { onlineLink: 2000, agenda: 5000 } as const

/** Why a field was refused; the sentence is written where it is shown. */
export type ReleaseFieldReason = 'missing' | 'not-https' | 'too-long' | 'placeholder'
const reason = (code: ReleaseFieldReason) => code

const text = z.string(reason('missing')).transform(cleanLines)

/** What each mail fills in for its own reader stands in its words alone: here it would stay as it is. */
const textWithoutPlaceholder = (max: number) =>
  z
    .string()
    .max(max, reason('too-long'))
    .refine((typed) => !/\{[a-z]+\}/.test(typed), reason('placeholder'))

/** The form with which link and agenda are released. The link is https, so that nobody on the way sees who takes part. */
export const releaseSchema = z.object({
  onlineLink: text.pipe(
    z
      .string()
      .min(1, { error: reason('missing'), abort: true })
      .max(releaseLimits.onlineLink, reason('too-long'))
      .refine(isHttps, reason('not-https')),
  ),
  agenda: text.pipe(textWithoutPlaceholder(releaseLimits.agenda).min(1, reason('missing'))),
})

export type ReleaseInput = z.output<typeof releaseSchema>

/** A name or password in the address would be somebody's own way in. */
function isHttps(address: string): boolean {
  if (!address.startsWith('https://') || /\s/.test(address) || !URL.canParse(address)) return false
  const { username, password } = new URL(address)
  return username === '' && password === ''
}

/** The refusals of releaseSession. */
export type ReleaseRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-over'
  | 'released-meanwhile'
  | 'nothing-changed'
  | 'recipients-changed'

/** The moments of a session; all instants. Without an opening, somebody can sign up from the publishing on. */
export type SessionTimes = {
  startsAt: Date
  endsAt: Date
  questionDeadlineAt: Date
  registrationOpensAt: Date | null
  registrationClosesAt: Date
}

/** Why a field of the form that moves a session was refused. */
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
const scheduleReason = (code: ScheduleFieldReason) => code

/** A year outside these was typed too soon: "0202" on the way to 2027. */
const years = { first: 2000, last: 2099 }

const calendarDay = z.iso
  .date(scheduleReason('not-a-date'))
  .transform((text) => {
    const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
    return { year, month, day }
  })
  .refine(({ year }) => year >= years.first && year <= years.last, scheduleReason('not-a-date'))

const clockTime = z.iso.time({ precision: -1, error: scheduleReason('not-a-time') }).transform((text) => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return { hour, minute }
})

const empty = z.literal('').transform(() => null)

/** The form that moves a session, as its native fields send it ("2022-11-08", "15:00"). Months count from 1. */
export const scheduleSchema = z.object({
  date: calendarDay,
  startTime: clockTime,
  endTime: clockTime,
  deadlineDate: calendarDay,
  deadlineTime: clockTime,
  /** Both empty when somebody can sign up at once; without a time from the start of that day on. */
  openingDate: z.union([empty, calendarDay], scheduleReason('not-a-date')),
  openingTime: z.union([empty, clockTime], scheduleReason('not-a-time')),
  /** The last day to sign up; the whole of it when there is no time. */
  closingDate: calendarDay,
  closingTime: z.union([empty, clockTime], scheduleReason('not-a-time')),
})
export type ScheduleInput = z.output<typeof scheduleSchema>
export const scheduleFields = scheduleSchema.keyof().options
export type ScheduleField = keyof ScheduleInput

const instant = z.iso.datetime().transform((text) => new Date(text))

/** The moments of a session as `stampOf` wrote them. */
export const serializedTimesSchema = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.tuple([instant, instant, instant, instant, z.union([z.literal('-').transform(() => null), instant])]))
  .transform(([startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt]): SessionTimes => {
    return { startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt }
  })

/** The refusals of moveSession. */
export type RescheduleRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'times-out-of-order'
  | 'nothing-changed'
  | 'changed-meanwhile'
  | 'recipients-changed'

export const cancelLimits = { why: 1000 } as const

/** Why the form that cancels a session was refused. */
export type CancelFieldReason = 'missing' | 'too-long'

/** The form that cancels a session: why, in plain text. */
export const cancelSchema = z.object({
  why: text.pipe(z.string().min(1, reason('missing')).max(cancelLimits.why, reason('too-long'))),
})

/** The refusals of cancelSession. */
export type CancelRefusal = 'unknown-session' | 'session-over' | 'recipients-changed'

/** The refusals of saveMailPlan. */
export type NotificationSettingsRefusal = 'unknown-session' | 'changed-meanwhile'

export const notificationSettingsLimits = { materials: 5000, evaluationUrl: 2000 } as const

const checkbox = z.string().transform((value) => value === 'on')

/** The form with the scheduled mails of a session. Browsers send nothing for an unchecked checkbox: that reads as ''. */
export const notificationSettingsSchema = z.object({
  remindWeekBefore: checkbox,
  remindDayBefore: checkbox,
  remindHourBefore: checkbox,
  remindOrganisers: checkbox,
  followUpAudience: z.enum(FollowUpAudience, reason('missing')),
  materials: text.pipe(textWithoutPlaceholder(notificationSettingsLimits.materials)),
  evaluationUrl: text
    .pipe(
      z
        .string()
        .max(notificationSettingsLimits.evaluationUrl, reason('too-long'))
        .refine((url) => url === '' || isHttps(url), reason('not-https')),
    )
    .transform((url) => url || null),
})

export type NotificationSettings = z.output<typeof notificationSettingsSchema>
