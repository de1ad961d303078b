import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { setCapacity } from '@/lib/registrations/capacity'
import { registerByHand } from '@/lib/registrations/desk'
import { restoreRegistration } from '@/lib/registrations/standing'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { moments2022, signUpFor } from '@/tests/support/sign-up'
import { fullSession, hours, organiserId } from './full-session'

const closed = { now: moments2022.registrationClosesAt, organiserId }
const stillOpen = { now: new Date(closed.now.getTime() - 1), organiserId }
let database: TestDatabase
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  full = await fullSession(database.db, { waiting: 1 })
})

const byHand = (by: typeof closed) =>
  registerByHand({ ...signUpFor(full.session, { name: 'Z', email: 'z@example.nl' }), confirm: true }, by)
async function putBack(name: string, by: typeof closed) {
  const { id } = full.person(name)
  const { version } = await database.db.registration.findUniqueOrThrow({ where: { id } })
  return await restoreRegistration({ sessionId: full.session.id, id, version, tell: true }, by)
}
const refused = { ok: false, reason: 'full-and-closed' }
const waitingMails = () =>
  database.db.message.count({ where: { sessionId: full.session.id, kind: 'waiting-list', createdAt: closed.now } })

test('after full and closed nobody is signed up onto a list that never moves, nor mailed that they wait', async () => {
  expect(await byHand(closed)).toEqual(refused)
  expect(await full.standings()).toBe('A signed-up, B signed-up, C waiting')
  expect(await waitingMails()).toBe(0)
})

test('after full and closed nobody is put back onto it either', async () => {
  await full.cancel('C', hours(1))
  expect(await putBack('C', closed)).toEqual(refused)
  expect(await full.standings()).toBe('A signed-up, B signed-up, C cancelled')
  expect(await waitingMails()).toBe(0)
})

test('until the very moment of closing the list moves, and takes both', async () => {
  await full.cancel('C', hours(1))
  expect(await putBack('C', stillOpen)).toEqual({ ok: true, value: { waits: true } })
  expect(await byHand(stillOpen)).toMatchObject({ ok: true })
  expect(await full.standings()).toBe('A signed-up, B signed-up, C waiting, Z waiting')
})

test('with more places, as the refusal says, it goes', async () => {
  const more = { sessionId: full.session.id, capacity: 3, seen: 2, expected: 0 }
  expect(await setCapacity(more, closed)).toEqual({ ok: true, value: null })
  expect(await byHand(closed)).toMatchObject({ ok: true })
  expect(await full.standings()).toBe('A signed-up, B signed-up, C waiting, Z signed-up')
})
