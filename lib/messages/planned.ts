import { addDays, amsterdamInstant, startOfDay, wallTime } from '@/lib/platform/time'
import type { plannedKinds } from './schema'

type SessionTimes = { startsAt: Date; endsAt: Date; questionDeadlineAt: Date }

/** What of a session decides which mails go out by themselves. */
export type PlannedSession = SessionTimes & {
  remindWeekBefore: boolean
  remindDayBefore: boolean
  remindHourBefore: boolean
  remindOrganisers: boolean
  thanksTo: string | null
}

/** A mail that goes out by itself, from `dueAt` on; from `expiresAt` on it is no use any more. */
export type PlannedMail = {
  kind: (typeof plannedKinds)[number]
  dueAt: Date
  expiresAt: Date
  /**
   * Who got a confirmation from this moment on knows it already: that said when it is, and brought the link if there was one.
   * Who was signed up by hand without one does not.
   */
  confirmedBefore?: Date
  /** Who signed up later was not there. */
  signedUpBefore?: Date
}

const hourMs = 60 * 60 * 1000
const morning = 10

/**
 * Every mail that could go out by itself, switched on or not. They follow the session's moments, so they move with it. One
 * that names a day ("morgen") is no use once that is not true any more, also when the session moved or the server was away. Who was confirmed
 * less than a day before such a one goes without it: two mails on one day that say the same are one too many.
 */
export function possibleMails({ startsAt, endsAt, questionDeadlineAt }: SessionTimes): PlannedMail[] {
  const weekBefore = atTen(addDays(startsAt, -7))
  const dayBefore = atTen(addDays(startsAt, -1))
  const hourBefore = new Date(startsAt.getTime() - hourMs)
  const deadlineNears = addDays(questionDeadlineAt, -2)
  const dayAfter = atTen(addDays(endsAt, 1))
  return [
    reminder('reminder-week', weekBefore, addDays(weekBefore, -1), endOfDay(weekBefore)),
    reminder('reminder-day', dayBefore, addDays(dayBefore, -1), endOfDay(dayBefore)),
    reminder('reminder-hour', hourBefore, hourBefore, startsAt),
    { kind: 'question-deadline', dueAt: deadlineNears, expiresAt: questionDeadlineAt },
    { kind: 'thanks', dueAt: dayAfter, expiresAt: addDays(dayAfter, 7), signedUpBefore: dayAfter },
  ]
}

/** Those that are switched on. */
export function plannedMails(session: PlannedSession): PlannedMail[] {
  const wanted: Record<PlannedMail['kind'], boolean> = {
    'reminder-week': session.remindWeekBefore,
    'reminder-day': session.remindDayBefore,
    'reminder-hour': session.remindHourBefore,
    'question-deadline': session.remindOrganisers,
    thanks: session.thanksTo !== null,
  }
  return possibleMails(session).filter(({ kind }) => wanted[kind])
}

/** Those whose moment has come at `now` and has not gone by. */
export function dueMails(session: PlannedSession, now: Date): PlannedMail[] {
  return plannedMails(session).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt)
}

type Standing = PlannedSession & { publishedAt: Date | null; cancelledAt: Date | null; released: boolean }

/** Those that are still to come as things stand at `now`, the nearest first. */
export function comingMails(session: Standing, now: Date): PlannedMail[] {
  if (!session.publishedAt || session.cancelledAt) return []
  return plannedMails(session)
    .filter(({ kind, dueAt }) => dueAt > now && !(kind === 'reminder-week' && session.released))
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}

const reminder = (kind: PlannedMail['kind'], dueAt: Date, confirmedBefore: Date, expiresAt: Date): PlannedMail => ({
  kind,
  dueAt,
  confirmedBefore,
  expiresAt,
})

const endOfDay = (at: Date) => addDays(startOfDay(at), 1)
const atTen = (day: Date) => amsterdamInstant({ ...wallTime(day), hour: morning, minute: 0 })
