import { beforeEach, expect, test } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { acceptOffer } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, organiserId } from '@/tests/support/full-session'

/** Ten o'clock on the day before the session of Tuesday 8 November 2022. */
const dayBefore = new Date('2022-11-07T09:00:00Z')
const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db)
  const registrationClosesAt = full.session.startsAt
  await db.session.update({ where: { id: full.session.id }, data: { registrationClosesAt } })
})

test('a participant who accepts a seat on the day before gets a confirmation instead of the reminder', async () => {
  await full.cancel('A', hours(-2, dayBefore))
  await runScheduler(dayBefore)
  expect(await acceptOffer(full.offerToken('C'), { now: hours(1, dayBefore) })).toMatchObject({ ok: true })
  await runScheduler(hours(2, dayBefore))
  expect(await full.mails('B')).toEqual(['confirmation', 'reminderDay'])
  expect(await full.mails('C')).toEqual(['waitlisted', 'seatOffered', 'confirmation'])
})

test.each([
  ['gets no reminder when restored with a mail', true, ['confirmation', 'confirmation']],
  ['gets the reminder when restored without a mail', false, ['confirmation', 'reminderDay']],
])('a participant restored on the day before %s', async (_, shouldNotify, mails) => {
  const at = hours(-2, dayBefore)
  await full.cancel('C', at)
  await full.cancel('D', at)
  await full.cancel('A', at)
  const { id } = full.person('A')
  const target = { sessionId: full.session.id, id, version: 2, shouldNotify }
  expect(await restoreRegistration(target, { now: hours(-1, dayBefore), organiserId })).toMatchObject({ ok: true })
  await runScheduler(dayBefore)
  expect(await full.mails('A')).toEqual(mails)
})
