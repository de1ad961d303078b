import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listHistory } from '@/lib/audit/history'
import { offerAllFreePlaces } from '@/lib/registrations/commands'
import { declinePlace, takePlace } from '@/lib/registrations/offers'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { fullSession, hours, october } from './full-session'

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
    const presses = await Promise.all([1, 2, 3].map(() => takePlace(full.token('C'), later)))
    expect(presses).toEqual([taken, taken, taken])
    expect(await takePlace(full.token('C'), later)).toEqual(taken)
    expect(await full.standings()).toBe('A cancelled, B signed-up, C signed-up, D waiting')
    expect(await full.mails('C')).toEqual(['waiting-list', 'place-offered', 'confirmation'])
    const history = await listHistory('registration', full.person('C').id)
    expect(history.map(({ action, actor }) => [action, actor]).slice(0, 2)).toEqual([
      ['registration.place-taken', 'participant'],
      ['registration.place-offered', 'system'],
    ])
  })

  test('that is declined goes to the next, once', async () => {
    expect(await Promise.all([1, 2].map(() => declinePlace(full.token('C'), later)))).toEqual([taken, taken])
    expect(await full.standings()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await takePlace(full.token('C'), later)).toEqual(refused('declined'))
  })

  test('is taken or declined, not both: a button in an old tab undoes nothing', async () => {
    await takePlace(full.token('C'), later)
    expect(await declinePlace(full.token('C'), later)).toEqual(refused('has-place'))
    expect(await full.standings()).toContain('C signed-up')
  })

  test('runs out to the millisecond; then it goes to the next, and the first hears it', async () => {
    const [before, at] = [{ now: new Date(hours(48).getTime() - 1) }, { now: hours(48) }]
    await offerAllFreePlaces(before.now)
    expect(await full.standings()).toContain('C offered')
    expect(await takePlace(full.token('C'), at)).toEqual(refused('offer-over'))
    await offerAllFreePlaces(at.now)
    await offerAllFreePlaces(at.now)
    expect(await full.standings()).toBe('A cancelled, B signed-up, C cancelled, D offered')
    expect(await full.mails('C')).toEqual(['waiting-list', 'place-offered', 'offer-expired'])
    expect((await listHistory('registration', full.person('C').id))[0]).toMatchObject({
      action: 'registration.offer-expired',
      actor: 'system',
    })
    // Whose clock runs behind comes too late all the same: the place is another's now.
    expect(await takePlace(full.token('C'), before)).toEqual(refused('offer-over'))
  })

  test('keeps its place until it was ended, whatever the hour: no place goes to two', async () => {
    expect(await full.signUp('Z', hours(49))).toMatchObject({ ok: true, value: { waits: true } })
    expect(await takePlace(full.token('C'), later)).toEqual(taken)
    await offerAllFreePlaces(hours(49))
    expect(await full.standings()).toBe('A cancelled, B signed-up, C signed-up, D waiting, Z waiting')
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
      'offer-over',
    ],
  ])('%s is not to be taken', async (_, change, reason) => {
    await change()
    expect(await takePlace(full.token('C'), later)).toEqual(refused(reason))
    expect(await full.standings()).not.toContain('C signed-up')
  })

  test('ends when signing up is closed sooner, and is offered to nobody after that', async () => {
    await database.db.session.update({ where: { id: full.session.id }, data: closedAt(hours(1)) })
    await offerAllFreePlaces(hours(1))
    expect(await full.standings()).toBe('A cancelled, B signed-up, C cancelled, D waiting')
    expect(await takePlace(full.token('C'), later)).toEqual(refused('offer-over'))
  })

  test('of somebody who is taken off the list goes to the next', async () => {
    expect(await full.cancel('C')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.standings()).toBe('A cancelled, B signed-up, C cancelled, D offered')
  })

  test('cannot be taken with a link for something else, or one that was cut off', async () => {
    for (const token of ['', 'x', full.token('C').slice(0, -1)]) {
      expect(await takePlace(token, later)).toEqual(refused('unknown-link'))
      expect(await declinePlace(token, later)).toEqual(refused('unknown-link'))
    }
    await database.db.registration.update({ where: { id: full.person('C').id }, data: { linkVersion: 2 } })
    expect(await takePlace(full.token('C'), later)).toEqual(refused('unknown-link'))
  })

  test('comes with its turn: who only waits cannot take a place', async () => {
    expect(await takePlace(full.token('D'), later)).toEqual(refused('not-offered'))
  })
})
