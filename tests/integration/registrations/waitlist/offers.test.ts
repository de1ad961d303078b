import { beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/queries'
import { acceptOffer, declineOffer, offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october } from '@/tests/support/full-session'

const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db)
})

const done = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const later = { now: hours(1) }
const closedAt = (at: Date) => ({ questionDeadlineAt: at, registrationClosesAt: at })

describe('an offer', () => {
  beforeEach(async () => {
    await full.cancel('A')
  })

  test('is accepted once, with one confirmation, for concurrent requests', async () => {
    const results = await Promise.all([1, 2, 3].map(() => acceptOffer(full.offerToken('C'), later)))
    expect(results).toEqual([done, done, done])
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(done)
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C signed-up, D waitlisted')
    expect(await full.mails('C')).toEqual(['waitlisted', 'seatOffered', 'confirmation'])
    const history = await listHistory('registration', full.person('C').id)
    expect(history.map(({ action, actorType }) => [action, actorType]).slice(0, 2)).toEqual([
      ['seatOfferAccepted', 'participant'],
      ['seatOffered', 'system'],
    ])
  })

  test('that is declined goes to the next participant once', async () => {
    expect(await Promise.all([1, 2].map(() => declineOffer(full.offerToken('C'), later)))).toEqual([done, done])
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('declined'))
  })

  test('that was accepted cannot be declined', async () => {
    await acceptOffer(full.offerToken('C'), later)
    expect(await declineOffer(full.offerToken('C'), later)).toEqual(refused('has-seat'))
    expect(await full.statuses()).toContain('C signed-up')
  })

  test('expires to the millisecond and goes to the next participant, with a mail to the first', async () => {
    const [before, at] = [{ now: new Date(hours(48).getTime() - 1) }, { now: hours(48) }]
    await offerFreeSeatsInAllSessions(before.now)
    expect(await full.statuses()).toContain('C offered')
    expect(await acceptOffer(full.offerToken('C'), at)).toEqual(refused('offer-expired'))
    await offerFreeSeatsInAllSessions(at.now)
    await offerFreeSeatsInAllSessions(at.now)
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await full.mails('C')).toEqual(['waitlisted', 'seatOffered', 'offerExpired'])
    expect((await listHistory('registration', full.person('C').id))[0]).toMatchObject({
      action: 'seatOfferExpired',
      actorType: 'system',
    })
    // A server with a slow clock cannot accept it either: the seat is offered to another participant.
    expect(await acceptOffer(full.offerToken('C'), before)).toEqual(refused('offer-expired'))
  })

  test('occupies its seat until the worker ends it', async () => {
    expect(await full.signUp('Z', hours(49))).toMatchObject({ ok: true, value: { isWaitlisted: true } })
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(done)
    await offerFreeSeatsInAllSessions(hours(49))
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C signed-up, D waitlisted, Z waitlisted')
  })

  test.each([
    ['for a cancelled registration', () => full.cancel('C'), 'registration-cancelled'],
    [
      'for a cancelled session',
      () => db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } }),
      'session-cancelled',
    ],
    [
      'after registration was closed sooner',
      () => db.session.update({ where: { id: full.session.id }, data: closedAt(hours(1)) }),
      'offer-expired',
    ],
  ])('cannot be accepted %s', async (_, change, reason) => {
    await change()
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused(reason))
    expect(await full.statuses()).not.toContain('C signed-up')
  })

  test('ends without a successor when registration is closed sooner', async () => {
    await db.session.update({ where: { id: full.session.id }, data: closedAt(hours(1)) })
    await offerFreeSeatsInAllSessions(hours(1))
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D waitlisted')
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('offer-expired'))
  })

  test('of a cancelled registration goes to the next participant', async () => {
    expect(await full.cancel('C')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
  })

  test('cannot be answered with a malformed, truncated or outdated link', async () => {
    for (const token of ['', 'x', full.offerToken('C').slice(0, -1)]) {
      expect(await acceptOffer(token, later)).toEqual(refused('unknown-link'))
      expect(await declineOffer(token, later)).toEqual(refused('unknown-link'))
    }
    await db.registration.update({ where: { id: full.person('C').id }, data: { tokenVersion: 2 } })
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('unknown-link'))
  })

  test('is required to accept a seat: a waitlisted participant cannot', async () => {
    expect(await acceptOffer(full.offerToken('D'), later)).toEqual(refused('not-offered'))
  })
})
