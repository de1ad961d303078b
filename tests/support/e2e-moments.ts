import { amsterdamInstant, wallTime } from '@/lib/platform/time'

/** So many days from now. */
export const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

/** At that hour of the day so many days from now: whenever the stories run, a kennissessie begins and ends on one day. */
const dayAt = (days: number, hour: number) => amsterdamInstant({ ...wallTime(day(days)), hour, minute: 0 })

/** A kennissessie in three days, with its deadlines so many days from now. */
export const comingMoments = (deadline: number, closing: number) => ({
  questionDeadlineAt: day(deadline),
  registrationClosesAt: day(closing),
  startsAt: dayAt(3, 14),
  endsAt: dayAt(3, 16),
})

/** A kennissessie about which no mail goes out by itself yet. */
export const nextMonth = {
  questionDeadlineAt: day(20),
  registrationClosesAt: day(25),
  startsAt: dayAt(30, 14),
  endsAt: dayAt(30, 16),
}
