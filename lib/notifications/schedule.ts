import { addDays, amsterdamInstant, startOfDay, wallTime } from '@/lib/platform/time'
import type { FollowUpAudience } from '@/prisma/generated/enums'
import type { scheduledKinds } from './schema'

type SchedulingTimes = { startsAt: Date; endsAt: Date; questionDeadlineAt: Date }

/** What of a session decides which mails go out by themselves. */
export type ScheduleInput = SchedulingTimes & {
  remindWeekBefore: boolean
  remindDayBefore: boolean
  remindHourBefore: boolean
  remindOrganisers: boolean
  followUpAudience: FollowUpAudience
}

/** A mail that goes out by itself, from `dueAt` on; from `expiresAt` on it is no use any more. */
export type ScheduledMail = {
  kind: (typeof scheduledKinds)[number]
  dueAt: Date
  expiresAt: Date
  /**
   * Who got a confirmation from this moment on knows it already: that said when it is, and brought the link if there was one.
   * Who was signed up by hand without one does not.
   */
  confirmedBefore?: Date
  /** Who signed up later was not there. */
  registeredBefore?: Date
}

const hourMs = 60 * 60 * 1000
const morningHour = 10

/**
 * Every mail that could go out by itself, switched on or not. They follow the session's moments, so they move with it. One
 * that names a day ("morgen") is no use once that is not true any more, also when the session moved or the server was away. Who was confirmed
 * less than a day before such a one goes without it: two mails on one day that say the same are one too many.
 */
export function possibleScheduledMails({ startsAt, endsAt, questionDeadlineAt }: SchedulingTimes): ScheduledMail[] {
  const weekBefore = atMorningHour(addDays(startsAt, -7))
  const dayBefore = atMorningHour(addDays(startsAt, -1))
  const hourBefore = new Date(startsAt.getTime() - hourMs)
  const beforeDeadline = addDays(questionDeadlineAt, -2)
  const dayAfter = atMorningHour(addDays(endsAt, 1))
  return [
    reminder('reminder-week', weekBefore, addDays(weekBefore, -1), endOfDay(weekBefore)),
    reminder('reminder-day', dayBefore, addDays(dayBefore, -1), endOfDay(dayBefore)),
    reminder('reminder-hour', hourBefore, hourBefore, startsAt),
    { kind: 'question-deadline', dueAt: beforeDeadline, expiresAt: questionDeadlineAt },
    { kind: 'thanks', dueAt: dayAfter, expiresAt: addDays(dayAfter, 7), registeredBefore: dayAfter },
  ]
}

/** Those that are switched on. */
export function enabledScheduledMails(session: ScheduleInput): ScheduledMail[] {
  const isEnabled: Record<ScheduledMail['kind'], boolean> = {
    'reminder-week': session.remindWeekBefore,
    'reminder-day': session.remindDayBefore,
    'reminder-hour': session.remindHourBefore,
    'question-deadline': session.remindOrganisers,
    thanks: session.followUpAudience !== 'nobody',
  }
  return possibleScheduledMails(session).filter(({ kind }) => isEnabled[kind])
}

/** Those whose moment has come at `now` and has not gone by. */
export function dueScheduledMails(session: ScheduleInput, now: Date): ScheduledMail[] {
  return enabledScheduledMails(session).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt)
}

type ScheduleState = ScheduleInput & { publishedAt: Date | null; cancelledAt: Date | null; released: boolean }

/** Those that are still to come as things stand at `now`, the nearest first. */
export function upcomingScheduledMails(session: ScheduleState, now: Date): ScheduledMail[] {
  if (!session.publishedAt || session.cancelledAt) return []
  return enabledScheduledMails(session)
    .filter(({ kind, dueAt }) => dueAt > now && !(kind === 'reminder-week' && session.released))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}

const reminder = (kind: ScheduledMail['kind'], dueAt: Date, confirmedBefore: Date, expiresAt: Date): ScheduledMail => ({
  kind,
  dueAt,
  confirmedBefore,
  expiresAt,
})

const endOfDay = (at: Date) => addDays(startOfDay(at), 1)
const atMorningHour = (day: Date) => amsterdamInstant({ ...wallTime(day), hour: morningHour, minute: 0 })
