import { describe, expect, test } from 'vitest'
import { dueScheduledMails, enabledScheduledMails } from '@/lib/notifications/schedule'
import { amsterdamInstant, dateAndTime } from '@/lib/platform/time'

const session = (startsAt: Date) => ({
  startsAt,
  endsAt: new Date(startsAt.getTime() + 90 * 60_000),
  questionDeadlineAt: new Date(startsAt.getTime() - 22 * 24 * 3600_000),
  registrationClosesAt: new Date(startsAt.getTime() - 7 * 24 * 3600_000),
  remindWeekBefore: true,
  remindDayBefore: true,
  remindHourBefore: true,
  remindOrganisers: true,
  notifyWaitlist: true,
  followUpAudience: 'all' as const,
})
const wall = (month: number, day: number, hour: number, minute = 0) =>
  amsterdamInstant({ year: 2022, month, day, hour, minute })
const dueAt = (startsAt: Date) =>
  Object.fromEntries(enabledScheduledMails(session(startsAt)).map((mail) => [mail.kind, dateAndTime(mail.dueAt)]))

describe('the times of scheduled mails', () => {
  test('follow from the times of the session', () => {
    expect(dueAt(wall(11, 8, 15))).toMatchObject({
      reminderWeek: 'dinsdag 1 november 2022, 10.00 uur',
      reminderDay: 'maandag 7 november 2022, 10.00 uur',
      reminderHour: 'dinsdag 8 november 2022, 14.00 uur',
      followUp: 'woensdag 9 november 2022, 10.00 uur',
    })
  })

  test("are at ten o'clock Dutch time before and after each clock change", () => {
    expect(dueAt(wall(3, 28, 15)).reminderDay).toBe('zondag 27 maart 2022, 10.00 uur')
    expect(dueAt(wall(3, 27, 15)).reminderDay).toBe('zaterdag 26 maart 2022, 10.00 uur')
    expect(dueAt(wall(10, 31, 15)).reminderDay).toBe('zondag 30 oktober 2022, 10.00 uur')
    expect(dueAt(wall(11, 3, 15)).reminderWeek).toBe('donderdag 27 oktober 2022, 10.00 uur')
  })

  test('put the hour reminder sixty minutes before the start, also when the clock is set back', () => {
    const startsAt = new Date('2022-10-30T01:30:00Z')
    const [hourBefore] = enabledScheduledMails(session(startsAt)).filter(({ kind }) => kind === 'reminderHour')
    expect(hourBefore?.dueAt).toEqual(new Date('2022-10-30T00:30:00Z'))
  })

  test.each([
    ['reminderWeek', wall(11, 1, 10), wall(11, 2, 0)],
    ['waitlistEnded', wall(11, 2, 10), wall(11, 9, 16, 30)],
    ['reminderDay', wall(11, 7, 10), wall(11, 8, 0)],
    ['reminderHour', wall(11, 8, 14), wall(11, 8, 15)],
    ['followUp', wall(11, 9, 10), wall(11, 16, 10)],
  ])('%s is due from the first to the last millisecond of its window', (kind, from, until) => {
    const isDue = (now: Date) => dueScheduledMails(session(wall(11, 8, 15)), now).some((mail) => mail.kind === kind)
    const just = (at: Date) => new Date(at.getTime() - 1)
    expect([just(from), from, just(until), until].map(isDue)).toEqual([false, true, true, false])
  })

  test.each([
    ['midnight', wall(11, 1, 0), wall(11, 1, 10)],
    ['ten o’clock', wall(11, 1, 10), wall(11, 1, 10)],
    ['noon', wall(11, 1, 12), wall(11, 2, 10)],
    ['noon of the day before', wall(11, 7, 12), wall(11, 8, 10)],
    ['noon of the day itself', wall(11, 8, 12), wall(11, 8, 15)],
    ['the start', wall(11, 8, 15), wall(11, 8, 15)],
  ])(
    'end the waitlist in the morning after registration closed at %s, at the latest at the start',
    (_, closes, due) => {
      const times = { ...session(wall(11, 8, 15)), registrationClosesAt: closes }
      expect(enabledScheduledMails(times).find(({ kind }) => kind === 'waitlistEnded')?.dueAt).toEqual(due)
    },
  )

  test('end the reminders "morgen" and "over een week" with their own day', () => {
    const kinds = (startsAt: Date, now: Date) => dueScheduledMails(session(startsAt), now).map(({ kind }) => kind)
    expect(kinds(wall(11, 8, 15), wall(11, 5, 12))).toEqual(['waitlistEnded'])
    expect(kinds(wall(11, 8, 17), wall(11, 8, 12))).toEqual(['waitlistEnded'])
  })
})
