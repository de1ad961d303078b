import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { mailPort } from '@/lib/notifications/message-context'
import { createPersonalToken } from '@/lib/personal-links/token'
import { cancelOwnRegistration } from '@/lib/registrations/self-service/commands'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { acceptOffer, offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october } from '@/tests/support/full-session'
import { claimOne } from '@/tests/support/outbox'

const database = await createTestDatabase()

let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.registration.deleteMany()
  full = await fullSession(database.db, { capacity: 1, waiting: 2 })
})

const tokenOf = (name: string) => createPersonalToken('manage', full.person(name))
const cancel = (name: string, now = october) => cancelOwnRegistration(tokenOf(name), { now })
const ok = { ok: true, value: null }

test('offers the freed seat to the participant who waits longest and mails both', async () => {
  expect(await cancel('A')).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B offered, C waitlisted')
  expect(await full.mails('A')).toEqual(['confirmation', 'registrationCancelled'])
  expect(await full.mails('B')).toEqual(['waitlisted', 'seatOffered'])
  const entry = await database.db.auditEntry.findFirstOrThrow({ where: { action: 'registrationCancelled' } })
  expect(entry).toMatchObject({ actorType: 'participant', subjectId: full.person('A').id, details: null })
})

test('sends a cancellation mail with a calendar file of the same UID', async () => {
  await database.db.message.updateMany({ data: { sentAt: october } })
  await cancel('A')
  await database.db.message.deleteMany({ where: { kind: 'seatOffered' } })
  const context = { now: october, siteUrl: 'http://localhost:3000', domain: 'example.nl' }
  const mail = await mailPort.render(await claimOne(october), context)
  expect(mail.text).toContain('Fijn dat je het liet weten.')
  expect(mail.text).toContain('Je kunt je opnieuw aanmelden')
  expect(mail.text).not.toContain('Meld je af')
  expect(mail.calendar?.method).toBe('CANCEL')
  expect(mail.calendar?.content).toContain(`UID:${full.person('A').id}`)
})

test('cancels waitlisted and offered registrations', async () => {
  expect(await cancel('B')).toEqual(ok)
  expect(await full.statuses()).toBe('A signed-up, B cancelled, C waitlisted')
  await cancel('A')
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered')
  expect(await cancel('C')).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C cancelled')
  expect(await acceptOffer(full.offerToken('C'), { now: october })).toEqual({ ok: false, reason: 'declined' })
})

test('has one effect for repeated and concurrent requests', async () => {
  await Promise.all([cancel('A'), cancel('A'), cancel('A')])
  expect(await cancel('A', hours(1))).toEqual(ok)
  expect(await full.mails('A')).toEqual(['confirmation', 'registrationCancelled'])
  expect(
    await database.db.auditEntry.count({ where: { subjectId: full.person('A').id, action: 'registrationCancelled' } }),
  ).toBe(1)
  expect(await full.statuses()).toBe('A cancelled, B offered, C waitlisted')
})

test('waits for a concurrent cancellation by an organiser and then has no effect', async () => {
  const { id } = full.person('A')
  await database.db.session.update({ where: { id: full.session.id }, data: { capacity: null } })
  const cancellation = { where: { id }, data: { cancelledAt: october, version: { increment: 1 } } }
  const finish = await holdTransactionOpen(database.db, (tx) => tx.registration.update(cancellation))
  const cancelling = cancel('A')
  await waitForBlockedConnections(database.db)
  await finish()
  expect(await cancelling).toEqual(ok)
  expect(await full.mails('A')).toEqual(['confirmation'])
  expect(await database.db.auditEntry.count({ where: { subjectId: id, action: 'registrationCancelled' } })).toBe(0)
})

test.each([1, 2, 3])('cancels an offer that is accepted concurrently (round %i)', async () => {
  await cancel('A')
  const [, accepted] = await Promise.all([cancel('B'), acceptOffer(full.offerToken('B'), { now: october })])
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered')
  expect(accepted.ok || accepted.reason === 'declined').toBe(true)
})

test.each([1, 2, 3])('offers each seat once during concurrent offers and cancellations (round %i)', async () => {
  await Promise.all([cancel('A'), cancel('B'), offerFreeSeatsInAllSessions(october)])
  expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered')
})

test('lets the participant register again with the same link', async () => {
  await cancel('A')
  expect(await full.signUp('A', hours(1))).toMatchObject({ ok: true })
  expect(await full.statuses()).toBe('A waitlisted, B offered, C waitlisted')
  expect((await getOwnRegistration(tokenOf('A')))?.waitlistedAt).toEqual(hours(1))
  expect(await cancel('A', hours(2))).toEqual(ok)
  expect(await full.mails('A')).toEqual([
    'confirmation',
    'registrationCancelled',
    'waitlisted',
    'registrationCancelled',
  ])
})

test('is refused for a cancelled or ended session', async () => {
  const { endsAt, id } = full.session
  expect(await cancel('A', endsAt)).toEqual({ ok: false, reason: 'session-over' })
  expect(await cancel('A', new Date(endsAt.getTime() - 1))).toEqual(ok)
  await database.db.session.update({ where: { id }, data: { cancelledAt: october } })
  expect(await cancel('C')).toEqual({ ok: false, reason: 'session-cancelled' })
  expect(await cancel('A')).toEqual(ok)
})

test.each([
  ['a token of another version', () => createPersonalToken('manage', { ...full.person('A'), tokenVersion: 2 })],
  ['a token for another purpose', () => createPersonalToken('take-part', full.person('A'))],
  ['a deleted registration', () => createPersonalToken('manage', { id: full.session.id, tokenVersion: 1 })],
  ['a truncated token', () => tokenOf('A').slice(0, 40)],
  ['an empty token', () => ''],
])('is refused with %s, which shows no registration', async (_, token) => {
  expect(await cancelOwnRegistration(token(), { now: october })).toEqual({ ok: false, reason: 'unknown-link' })
  expect(await getOwnRegistration(token())).toBeNull()
  expect(await db().registration.count({ where: { cancelledAt: { not: null } } })).toBe(0)
})
