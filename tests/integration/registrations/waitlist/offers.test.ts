import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/history'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/register'
import { acceptOffer, declineOffer } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october } from '@/tests/support/full-session'

let database: TestDatabase
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  full = await fullSession(database.db)
})

const taken = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const later = { now: hours(1) }
const closedAt = (at: Date) => ({ questionDeadlineAt: at, registrationClosesAt: at })

describe('an offer', () => {
  beforeEach(async () => {
    await full.cancel('A')
  })

  test('is taken once, with the confirmation, however often the button is pressed', async () => {
    const presses = await Promise.all([1, 2, 3].map(() => acceptOffer(full.offerToken('C'), later)))
    expect(presses).toEqual([taken, taken, taken])
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(taken)
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C signed-up, D waitlisted')
    expect(await full.mails('C')).toEqual(['waiting-list', 'place-offered', 'confirmation'])
    const history = await listHistory('registration', full.person('C').id)
    expect(history.map(({ action, actorType }) => [action, actorType]).slice(0, 2)).toEqual([
      ['seatOfferAccepted', 'participant'],
      ['seatOffered', 'system'],
    ])
  })

  test('that is declined goes to the next, once', async () => {
    expect(await Promise.all([1, 2].map(() => declineOffer(full.offerToken('C'), later)))).toEqual([taken, taken])
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('declined'))
  })

  test('is taken or declined, not both: a button in an old tab undoes nothing', async () => {
    await acceptOffer(full.offerToken('C'), later)
    expect(await declineOffer(full.offerToken('C'), later)).toEqual(refused('has-seat'))
    expect(await full.statuses()).toContain('C signed-up')
  })

  test('runs out to the millisecond; then it goes to the next, and the first hears it', async () => {
    const [before, at] = [{ now: new Date(hours(48).getTime() - 1) }, { now: hours(48) }]
    await offerFreeSeatsInAllSessions(before.now)
    expect(await full.statuses()).toContain('C offered')
    expect(await acceptOffer(full.offerToken('C'), at)).toEqual(refused('offer-expired'))
    await offerFreeSeatsInAllSessions(at.now)
    await offerFreeSeatsInAllSessions(at.now)
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await full.mails('C')).toEqual(['waiting-list', 'place-offered', 'offer-expired'])
    expect((await listHistory('registration', full.person('C').id))[0]).toMatchObject({
      action: 'seatOfferExpired',
      actorType: 'system',
    })
    // Whose clock runs behind comes too late all the same: the place is another's now.
    expect(await acceptOffer(full.offerToken('C'), before)).toEqual(refused('offer-expired'))
  })

  test('keeps its place until it was ended, whatever the hour: no place goes to two', async () => {
    expect(await full.signUp('Z', hours(49))).toMatchObject({ ok: true, value: { isWaitlisted: true } })
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(taken)
    await offerFreeSeatsInAllSessions(hours(49))
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C signed-up, D waitlisted, Z waitlisted')
  })

  test.each([
    ['to who was taken off the list', () => full.cancel('C'), 'registration-cancelled'],
    [
      'of what was cancelled',
      () => database.db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } }),
      'session-cancelled',
    ],
    [
      'of which signing up was closed sooner',
      () => database.db.session.update({ where: { id: full.session.id }, data: closedAt(hours(1)) }),
      'offer-expired',
    ],
  ])('%s is not to be taken', async (_, change, reason) => {
    await change()
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused(reason))
    expect(await full.statuses()).not.toContain('C signed-up')
  })

  test('ends when signing up is closed sooner, and is offered to nobody after that', async () => {
    await database.db.session.update({ where: { id: full.session.id }, data: closedAt(hours(1)) })
    await offerFreeSeatsInAllSessions(hours(1))
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D waitlisted')
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('offer-expired'))
  })

  test('of somebody who is taken off the list goes to the next', async () => {
    expect(await full.cancel('C')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered')
  })

  test('cannot be taken with a link for something else, or one that was cut off', async () => {
    for (const token of ['', 'x', full.offerToken('C').slice(0, -1)]) {
      expect(await acceptOffer(token, later)).toEqual(refused('unknown-link'))
      expect(await declineOffer(token, later)).toEqual(refused('unknown-link'))
    }
    await database.db.registration.update({ where: { id: full.person('C').id }, data: { tokenVersion: 2 } })
    expect(await acceptOffer(full.offerToken('C'), later)).toEqual(refused('unknown-link'))
  })

  test('comes with its turn: who only waits cannot take a place', async () => {
    expect(await acceptOffer(full.offerToken('D'), later)).toEqual(refused('not-offered'))
  })
})
