import { beforeEach, expect, test } from 'vitest'
import { restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { registerByHand } from '@/lib/registrations/register'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { registrationInputFor, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fullSession, hours, organiserId } from '@/tests/support/full-session'

const closed = { now: sessionTimes2022.registrationClosesAt, organiserId }
const stillOpen = { now: new Date(closed.now.getTime() - 1), organiserId }
const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db, { waiting: 1 })
})

const registerManually = (actor: typeof closed) =>
  registerByHand(
    { ...registrationInputFor(full.session, { name: 'Z', email: 'z@example.nl' }), shouldSendConfirmation: true },
    actor,
  )
async function restore(name: string, actor: typeof closed) {
  const { id } = full.person(name)
  const { version } = await db.registration.findUniqueOrThrow({ where: { id } })
  return await restoreRegistration({ sessionId: full.session.id, id, version, shouldNotify: true }, actor)
}
const refused = { ok: false, reason: 'full-and-closed' }
const countWaitlistMails = () =>
  db.message.count({ where: { sessionId: full.session.id, kind: 'waitlisted', createdAt: closed.now } })

test('a full session after registration closed takes no new waitlisted registration', async () => {
  expect(await registerManually(closed)).toEqual(refused)
  expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted')
  expect(await countWaitlistMails()).toBe(0)
})

test('a full session after registration closed takes no restored registration', async () => {
  await full.cancel('C', hours(1))
  expect(await restore('C', closed)).toEqual(refused)
  expect(await full.statuses()).toBe('A signed-up, B signed-up, C cancelled')
  expect(await countWaitlistMails()).toBe(0)
})

test('a full session takes waitlisted registrations until registration closes', async () => {
  await full.cancel('C', hours(1))
  expect(await restore('C', stillOpen)).toEqual({ ok: true, value: { isWaitlisted: true } })
  expect(await registerManually(stillOpen)).toMatchObject({ ok: true })
  expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted, Z waitlisted')
})

test('a closed session with more seats takes a registration by hand', async () => {
  const change = { sessionId: full.session.id, capacity: 3, expectedCapacity: 2, expectedOffers: 0 }
  expect(await setCapacity(change, closed)).toEqual({ ok: true, value: null })
  expect(await registerManually(closed)).toMatchObject({ ok: true })
  expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted, Z signed-up')
})
