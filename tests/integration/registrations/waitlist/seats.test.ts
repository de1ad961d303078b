import { beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { registerByHand } from '@/lib/registrations/register'
import { declineOffer, offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { fullSession, hours, october, organiserId } from '@/tests/support/full-session'

const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db)
})

const later = { now: hours(1) }

describe('registering for a full session', () => {
  test('waitlists the participant with the answers and a mail', async () => {
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted, D waitlisted')
    expect(await full.mails('A')).toEqual(['confirmation'])
    expect(await full.mails('C')).toEqual(['waitlisted'])
    const { id } = full.person('C')
    const stored = await db.registration.findUniqueOrThrow({ where: { id }, include: { answers: true } })
    expect(stored).toMatchObject({ askedBeforeDeadline: true, answers: { length: 3 } })
    expect((await listHistory('registration', id)).map(({ action }) => action)).toEqual(['registrationWaitlisted'])
  })

  test('returns the same result for a registered and an unknown address', async () => {
    const known = await full.signUp('A', hours(2))
    const unknown = await full.signUp('Z', hours(2))
    expect(known).toMatchObject({ ok: true, value: { isWaitlisted: true, askedBeforeDeadline: true } })
    expect(unknown).toMatchObject({ ok: true, value: { isWaitlisted: true, askedBeforeDeadline: true } })
    expect(await full.mails('A')).toEqual(['confirmation', 'alreadyRegistered'])
    expect(await full.statuses()).toContain('A signed-up')
  })

  test('returns the actual status for the same form sent twice', async () => {
    const { id } = full.person('B')
    const { idempotencyKey } = await db.registration.findUniqueOrThrow({ where: { id } })
    expect(await full.signUp('B', october, idempotencyKey)).toMatchObject({ ok: true, value: { isWaitlisted: false } })
  })

  test('waitlists a new participant while others wait for a free seat', async () => {
    await db.session.update({ where: { id: full.session.id }, data: { capacity: 3 } })
    expect(await full.signUp('Z', hours(1))).toMatchObject({ ok: true, value: { isWaitlisted: true } })
  })

  test('registerByHand waitlists nobody in a session without a limit', async () => {
    const session = await createTestSession(db)
    const result = await registerByHand(
      { ...registrationInputFor(session), shouldSendConfirmation: true },
      { now: october, organiserId },
    )
    expect(result).toMatchObject({ ok: true })
    expect(await db.registration.findFirstOrThrow({ where: { sessionId: session.id } })).toMatchObject({
      waitlistedAt: null,
    })
  })
})

describe('a free seat', () => {
  test('is offered to the participant who waits longest, for two days', async () => {
    expect(await full.cancel('A')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C offered, D waitlisted')
    expect(await full.mails('C')).toEqual(['waitlisted', 'seatOffered'])
    const { offerExpiresAt } = await db.registration.findUniqueOrThrow({ where: { id: full.person('C').id } })
    expect(offerExpiresAt).toEqual(hours(48))
  })

  test('is not offered beyond the closing of registration', async () => {
    const closesAt = full.session.registrationClosesAt
    await full.cancel('A', hours(-1, closesAt))
    const { offerExpiresAt } = await db.registration.findUniqueOrThrow({ where: { id: full.person('C').id } })
    expect(offerExpiresAt).toEqual(closesAt)
  })

  test('is offered once for repeated and concurrent cancellations', async () => {
    await Promise.all([full.cancel('A'), full.cancel('A'), full.cancel('A')])
    await full.cancel('A')
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C offered, D waitlisted')
    expect(await db.message.count({ where: { sessionId: full.session.id, kind: 'seatOffered' } })).toBe(1)
  })

  test('goes to another participant than an open offer', async () => {
    await Promise.all([full.cancel('A'), full.cancel('B')])
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered, D offered')
    expect([await full.mails('C'), await full.mails('D')]).toEqual([
      ['waitlisted', 'seatOffered'],
      ['waitlisted', 'seatOffered'],
    ])
  })

  test('is not offered to a cancelled registration', async () => {
    await full.cancel('C')
    await full.cancel('A')
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await full.mails('C')).toEqual(['waitlisted'])
  })

  test.each([
    ['after registration closed', () => ({}), () => full.session.registrationClosesAt],
    ['for a cancelled session', () => ({ cancelledAt: october }), () => hours(1)],
  ])('is not offered %s', async (_, data, now) => {
    await db.session.update({ where: { id: full.session.id }, data: data() })
    expect(await full.cancel('A', now())).toEqual({ ok: true, value: { offered: 0 } })
    await offerFreeSeatsInAllSessions(now())
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C waitlisted, D waitlisted')
  })
})

describe('returning to the waitlist', () => {
  test('a participant who declined can register again as a new registration', async () => {
    await full.cancel('A')
    await declineOffer(full.offerToken('C'), later)
    expect(await full.signUp('C', hours(24 * 20))).toMatchObject({ ok: true, value: { isWaitlisted: true } })
    const { id } = full.person('C')
    expect(await full.statuses()).toContain('C waitlisted')
    expect(await db.registration.findUniqueOrThrow({ where: { id } })).toMatchObject({
      askedBeforeDeadline: false,
      createdAt: hours(24 * 20),
      waitlistedAt: hours(24 * 20),
    })
    expect(await db.answer.count({ where: { registrationId: id } })).toBe(3)
    expect((await full.mails('C')).filter((kind) => kind === 'waitlisted')).toHaveLength(2)
  })

  test('twenty concurrent registrations reactivate once', async () => {
    await full.cancel('A')
    await full.cancel('C')
    await Promise.all(Array.from({ length: 20 }, () => full.signUp('C', later.now)))
    expect((await full.mails('C')).filter((kind) => kind === 'waitlisted')).toHaveLength(2)
    expect(await db.answer.count({ where: { registrationId: full.person('C').id } })).toBe(3)
  })

  test('a restored registration joins the end of the waitlist and gets a second offer', async () => {
    await full.cancel('A')
    await full.cancel('C')
    const { id } = full.person('C')
    const restored = await restoreRegistration(
      { sessionId: full.session.id, id, version: 2, shouldNotify: true },
      { now: hours(2), organiserId },
    )
    expect(restored).toEqual({ ok: true, value: { isWaitlisted: true } })
    await declineOffer(full.offerToken('D'), { now: hours(3) })
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C offered, D cancelled')
    expect(await full.mails('C')).toEqual(['waitlisted', 'seatOffered', 'waitlisted', 'seatOffered'])
  })

  test('a restored registration gets a free seat', async () => {
    await full.cancel('C')
    await full.cancel('D')
    await full.cancel('A')
    const { id } = full.person('A')
    const actor = { now: hours(2), organiserId }
    const restored = await restoreRegistration(
      { sessionId: full.session.id, id, version: 2, shouldNotify: true },
      actor,
    )
    expect(restored).toEqual({ ok: true, value: { isWaitlisted: false } })
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C cancelled, D cancelled')
  })

  test('registerByHand waitlists in a full session', async () => {
    const byHand = (email: string) =>
      registerByHand(
        { ...registrationInputFor(full.session, { name: 'Z', email }), shouldSendConfirmation: true },
        { now: october, organiserId },
      )
    expect(await byHand('z@example.nl')).toMatchObject({ ok: true })
    expect(await full.statuses()).toContain('Z waitlisted')
    expect(await db.message.count({ where: { sessionId: full.session.id, kind: 'waitlisted' } })).toBe(3)
  })
})
