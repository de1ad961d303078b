import { afterAll, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { renderMessage } from '@/lib/notifications/rendering/render-message'
import { createPersonalToken } from '@/lib/personal-links/token'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/register'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/commands'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { acceptOffer } from '@/lib/registrations/waitlist/offers'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october } from '@/tests/support/full-session'
import { claimOne } from '@/tests/support/outbox'

const database = await createTestDatabase()
afterAll(() => database.drop())

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.registration.deleteMany()
  full = await fullSession(database.db, { capacity: 1, waiting: 2 })
})

const tokenOf = (name: string) => createPersonalToken('manage', full.person(name))
const cancel = (name: string, now = october) => cancelOwnRegistration(tokenOf(name), { now })
const ok = { ok: true, value: null }

test('frees the place for who waits longest, and says so by mail', async () => {
  expect(await cancel('A')).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B offered, C waitlisted')
  expect(await full.mails('A')).toEqual(['confirmation', 'registration-cancelled'])
  expect(await full.mails('B')).toEqual(['waiting-list', 'place-offered'])
  const entry = await database.db.auditEntry.findFirstOrThrow({ where: { action: 'registrationCancelled' } })
  expect(entry).toMatchObject({ actorType: 'participant', subjectId: full.person('A').id, details: null })
})

test('sends a mail of their own doing, with a file that takes it out of the calendar under the same name', async () => {
  await database.db.message.updateMany({ data: { sentAt: october } })
  await cancel('A')
  await database.db.message.deleteMany({ where: { kind: 'place-offered' } })
  const context = { now: october, siteUrl: 'http://localhost:3000', domain: 'example.nl' }
  const mail = await renderMessage(await claimOne(october), context)
  expect(mail.text).toContain('Fijn dat je het liet weten.')
  expect(mail.text).toContain('Je kunt je opnieuw aanmelden')
  expect(mail.text).not.toContain('Meld je af')
  expect(mail.calendar?.method).toBe('CANCEL')
  expect(mail.calendar?.content).toContain(`UID:${full.person('A').id}`)
})

test('who waits, and who is offered a place, can go too', async () => {
  expect(await cancel('B')).toEqual(ok)
  expect(await full.statuses()).toBe('A signed-up, B cancelled, C waitlisted')
  await cancel('A')
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered')
  expect(await cancel('C')).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C cancelled')
  expect(await acceptOffer(full.offerToken('C'), { now: october })).toEqual({ ok: false, reason: 'declined' })
})

test('done twice, also at once, is done once', async () => {
  await Promise.all([cancel('A'), cancel('A'), cancel('A')])
  expect(await cancel('A', hours(1))).toEqual(ok)
  expect(await full.mails('A')).toEqual(['confirmation', 'registration-cancelled'])
  expect(
    await database.db.auditEntry.count({ where: { subjectId: full.person('A').id, action: 'registrationCancelled' } }),
  ).toBe(1)
  expect(await full.statuses()).toBe('A cancelled, B offered, C waitlisted')
})

test('waits for an organiser who is taking them off, and is done then', async () => {
  const { id } = full.person('A')
  await database.db.session.update({ where: { id: full.session.id }, data: { capacity: null } })
  const off = { where: { id }, data: { cancelledAt: october, version: { increment: 1 } } }
  const finish = await holdTransactionOpen(database.db, (tx) => tx.registration.update(off))
  const cancelling = cancel('A')
  await waitForBlockedConnections(database.db)
  await finish()
  expect(await cancelling).toEqual(ok)
  expect(await full.mails('A')).toEqual(['confirmation'])
  expect(await database.db.auditEntry.count({ where: { subjectId: id, action: 'registrationCancelled' } })).toBe(0)
})

test.each([1, 2, 3])('while the place is taken, exactly one of the two is so (%i)', async () => {
  await cancel('A')
  const [, took] = await Promise.all([cancel('B'), acceptOffer(full.offerToken('B'), { now: october })])
  const standings = await full.statuses()
  expect(standings).toBe('A cancelled, B cancelled, C offered')
  expect(took.ok || took.reason === 'declined').toBe(true)
})

test.each([1, 2, 3])('while places are offered, no place goes to two and none to who went (%i)', async () => {
  await Promise.all([cancel('A'), cancel('B'), offerFreeSeatsInAllSessions(october)])
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered')
})

test('signing up again afterwards works, with the same link', async () => {
  await cancel('A')
  expect(await full.signUp('A', hours(1))).toMatchObject({ ok: true })
  expect(await full.statuses()).toBe('A waitlisted, B offered, C waitlisted')
  expect((await getOwnRegistration(tokenOf('A')))?.waitlistedAt).toEqual(hours(1))
  expect(await cancel('A', hours(2))).toEqual(ok)
  expect(await full.mails('A')).toEqual([
    'confirmation',
    'registration-cancelled',
    'waiting-list',
    'registration-cancelled',
  ])
})

test('is refused when there is nothing to come to any more', async () => {
  const { endsAt, id } = full.session
  expect(await cancel('A', endsAt)).toEqual({ ok: false, reason: 'session-over' })
  expect(await cancel('A', new Date(endsAt.getTime() - 1))).toEqual(ok)
  await database.db.session.update({ where: { id }, data: { cancelledAt: october } })
  expect(await cancel('C')).toEqual({ ok: false, reason: 'session-cancelled' })
  expect(await cancel('A')).toEqual(ok)
})

test.each([
  ['a token of another version', () => createPersonalToken('manage', { ...full.person('A'), tokenVersion: 2 })],
  ['a token for another door', () => createPersonalToken('take-part', full.person('A'))],
  ['a sign-up that is gone', () => createPersonalToken('manage', { id: full.session.id, tokenVersion: 1 })],
  ['half a token', () => tokenOf('A').slice(0, 40)],
  ['nothing', () => ''],
])('is refused with %s, which shows nothing either', async (_what, token) => {
  expect(await cancelOwnRegistration(token(), { now: october })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await getOwnRegistration(token())).toBeNull()
  expect(await db().registration.count({ where: { cancelledAt: { not: null } } })).toBe(0)
})
