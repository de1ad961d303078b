import { addDays, amsterdamInstant, startOfDay, wallTime } from '@/lib/platform/time'
import type { plannedKinds } from './schema'

/** What of a session decides which mails go out by themselves. */
export type PlannedSession = {
  startsAt: Date
  endsAt: Date
  questionDeadlineAt: Date
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
  /** Who signed up later than this knows it already: their confirmation has just said so. */
  signedUpBefore: Date
}

const hourMs = 60 * 60 * 1000
const morning = 10

/** All mails that this session sends by itself, whatever the moment. They follow its own moments, so they move with it. */
export function plannedMails(session: PlannedSession): PlannedMail[] {
  const { startsAt, endsAt, questionDeadlineAt } = session
  const weekBefore = atTen(addDays(startsAt, -7))
  const dayBefore = atTen(addDays(startsAt, -1))
  const hourBefore = new Date(startsAt.getTime() - hourMs)
  const deadlineNears = addDays(questionDeadlineAt, -2)
  const dayAfter = atTen(addDays(endsAt, 1))
  const all: [boolean, PlannedMail][] = [
    [session.remindWeekBefore, reminder('reminder-week', weekBefore, dayBefore, startOfDay(weekBefore))],
    [session.remindDayBefore, reminder('reminder-day', dayBefore, hourBefore, startOfDay(dayBefore))],
    [session.remindHourBefore, reminder('reminder-hour', hourBefore, startsAt, hourBefore)],
    [session.remindOrganisers, reminder('question-deadline', deadlineNears, questionDeadlineAt, deadlineNears)],
    [session.thanksTo !== null, reminder('thanks', dayAfter, addDays(dayAfter, 7), dayAfter)],
  ]
  return all.filter(([wanted]) => wanted).map(([, mail]) => mail)
}

/** Those whose moment has come at `now` and has not gone by. */
export function dueMails(session: PlannedSession, now: Date): PlannedMail[] {
  return plannedMails(session).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt)
}

const reminder = (kind: PlannedMail['kind'], dueAt: Date, expiresAt: Date, signedUpBefore: Date): PlannedMail => ({
  kind,
  dueAt,
  expiresAt,
  signedUpBefore,
})

const atTen = (day: Date) => amsterdamInstant({ ...wallTime(day), hour: morning, minute: 0 })
