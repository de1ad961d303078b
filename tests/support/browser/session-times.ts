import { amsterdamInstant, wallTime } from '@/lib/platform/time'

/** So many days from now. */
export const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** At that hour of the day so many days from now: whenever the stories run, a kennissessie begins and ends on one day. */
const daysFromNowAt = (days: number, hour: number) =>
  amsterdamInstant({ ...wallTime(daysFromNow(days)), hour, minute: 0 })

/** A kennissessie in three days, with its deadlines so many days from now. */
export const upcomingTimes = (deadlineInDays: number, closingInDays: number) => ({
  questionDeadlineAt: daysFromNow(deadlineInDays),
  registrationClosesAt: daysFromNow(closingInDays),
  startsAt: daysFromNowAt(3, 14),
  endsAt: daysFromNowAt(3, 16),
})

/** A kennissessie about which no mail goes out by itself yet. */
export const timesNextMonth = {
  questionDeadlineAt: daysFromNow(20),
  registrationClosesAt: daysFromNow(25),
  startsAt: daysFromNowAt(30, 14),
  endsAt: daysFromNowAt(30, 16),
}
