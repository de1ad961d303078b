import { amsterdamInstant, wallTime } from '@/lib/platform/time'

export const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** At a fixed hour, so that a session starts and ends on one day whenever the tests run. */
const daysFromNowAt = (days: number, hour: number) =>
  amsterdamInstant({ ...wallTime(daysFromNow(days)), hour, minute: 0 })

/** Times of a session in three days, with deadlines in so many days. */
export const upcomingTimes = (deadlineInDays: number, closingInDays: number) => ({
  questionDeadlineAt: daysFromNow(deadlineInDays),
  registrationClosesAt: daysFromNow(closingInDays),
  startsAt: daysFromNowAt(3, 14),
  endsAt: daysFromNowAt(3, 16),
})

/** Times of a session for which no scheduled mail is due yet. */
export const timesNextMonth = {
  questionDeadlineAt: daysFromNow(20),
  registrationClosesAt: daysFromNow(25),
  startsAt: daysFromNowAt(30, 14),
  endsAt: daysFromNowAt(30, 16),
}
