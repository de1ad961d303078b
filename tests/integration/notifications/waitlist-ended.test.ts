import { beforeEach, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { cancelSession } from '@/lib/sessions/cancellation'
import { rescheduleSession } from '@/lib/sessions/schedule'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fullSession, hours, organiserId } from '@/tests/support/full-session'
import { addSeconds } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

/** Ten o'clock on the day on which registration closed at midnight. */
const due = new Date('2022-11-01T09:00:00Z')
const minuteBefore = addSeconds(due, -60)

const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await db.session.updateMany({ data: { cancelledAt: hours(0) } })
  await db.message.deleteMany()
  // A has a seat, B and C wait.
  full = await fullSession(db, { capacity: 1, waiting: 2 })
  await db.message.deleteMany()
})

async function names(where = {}) {
  const found = await db.message.findMany({
    where: { kind: 'waitlistEnded', sessionId: full.session.id, ...where },
    include: { registration: true },
    orderBy: { registration: { name: 'asc' } },
  })
  return found.map(({ registration, cancelReason }) => [registration?.name, cancelReason].join(' ').trim())
}

async function deliver(now: Date) {
  const received = await deliverAndReceive(now)
  return received
}

test('a waitlisted participant is mailed once, the morning after registration closed', async () => {
  await runScheduler(minuteBefore)
  expect(await names()).toEqual([])
  await runScheduler(due)
  await runScheduler(addSeconds(due, 15))
  expect(await names()).toEqual(['B', 'C'])
  const received = await deliver(addSeconds(due, 30))
  const mails = received.filter(({ raw }) => raw.includes('geen plek'))
  expect(mails.map(({ to }) => to).sort()).toEqual(['b@example.nl', 'c@example.nl'])
  await runScheduler(sessionTimes2022.startsAt)
  await runScheduler(addSeconds(sessionTimes2022.endsAt, 60))
  expect(await names()).toEqual(['B', 'C'])
})

test('a participant whose offer ended with registration hears that the offer ended, and nothing more', async () => {
  await full.cancel('A', hours(-2, sessionTimes2022.registrationClosesAt))
  expect(await full.statuses()).toBe('A cancelled, B offered, C waitlisted')
  await offerFreeSeatsInAllSessions(sessionTimes2022.registrationClosesAt)
  await runScheduler(due)
  expect(await names()).toEqual(['C'])
  expect(await full.mails('B')).toEqual(['seatOffered', 'offerExpired'])
})

test('a participant who left the waitlist, or got a seat before the mail was sent, is not mailed', async () => {
  await full.cancel('B', minuteBefore)
  await runScheduler(due)
  expect(await names()).toEqual(['C'])
  await db.registration.update({ where: { id: full.person('C').id }, data: { waitlistedAt: null } })
  await deliver(addSeconds(due, 30))
  expect(await names()).toEqual(['C hasSeat'])
})

test('nobody is mailed for a cancelled session, also not when the mail was waiting', async () => {
  await runScheduler(due)
  await cancelSession({ sessionId: full.session.id, reason: 'Ziek', expected: 3 }, { now: due, organiserId })
  await deliver(addSeconds(due, 30))
  expect(await names({ sentAt: { not: null } })).toEqual([])
  await db.message.deleteMany()
  await runScheduler(addSeconds(due, 60))
  expect(await names()).toEqual([])
})

test('nobody is mailed when the setting is off', async () => {
  const { id: sessionId } = full.session
  await db.notificationSettings.update({ where: { sessionId }, data: { notifyWaitlist: false } })
  await runScheduler(due)
  expect(await names()).toEqual([])
})

test('reopened registration withdraws the unsent mail, and sends it when registration closes again', async () => {
  await runScheduler(due)
  const times = { ...sessionTimes2022, registrationClosesAt: new Date('2022-11-04T23:00:00Z') }
  const actor = { now: addSeconds(due, 15), organiserId }
  const change = { sessionId: full.session.id, seen: sessionTimes2022, times, expected: null }
  expect((await rescheduleSession(change, actor)).ok).toBe(true)
  await deliver(addSeconds(due, 30))
  expect(await names()).toEqual(['B deadlinesChanged', 'C deadlinesChanged'])
  await runScheduler(addSeconds(due, 60))
  expect(await names()).toHaveLength(2)
  const closedAgain = new Date('2022-11-05T09:00:00Z')
  await runScheduler(closedAgain)
  await deliver(addSeconds(closedAgain, 60))
  expect(await names({ sentAt: { not: null } })).toEqual(['B', 'C'])
})

test('the mail is late rather than never until a day after the session, and then says that it was', async () => {
  const dayAfter = addSeconds(sessionTimes2022.endsAt, 24 * 3600)
  await runScheduler(dayAfter)
  expect(await names()).toEqual([])
  const justInTime = addSeconds(dayAfter, -3600)
  await runScheduler(justInTime)
  await deliver(justInTime)
  const { content } = await db.message.findFirstOrThrow({
    where: { kind: 'waitlistEnded', registrationId: full.person('B').id },
    include: { content: true },
  })
  expect(content?.text).toContain('Je kon daarom niet meedoen.')
  expect(content?.calendar).toBeNull()
})
