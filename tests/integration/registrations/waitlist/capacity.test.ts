import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getSeats } from '@/lib/registrations/queries'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october, organiserId } from '@/tests/support/full-session'

let database: TestDatabase
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  full = await fullSession(database.db, { capacity: 2, waiting: 3 })
})

const actor = { now: october, organiserId }
const change = (capacity: number | null, expectedOffers: number, { seen = 2 as number | null, now = october } = {}) =>
  setCapacity({ sessionId: full.session.id, capacity, expectedCapacity: seen, expectedOffers }, { ...actor, now })
const ok = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const stored = async () => (await database.db.session.findUniqueOrThrow({ where: { id: full.session.id } })).capacity
const offers = () => database.db.message.count({ where: { sessionId: full.session.id, kind: 'place-offered' } })

describe('more places', () => {
  test('are offered at once to who waits longest, and to nobody else', async () => {
    expect(await change(4, 2)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C offered, D offered, E waitlisted')
    expect(await getSeats({ id: full.session.id, capacity: 4 })).toEqual({
      capacity: 4,
      taken: 2,
      offered: 2,
      waitlisted: 1,
    })
  })

  test('without a limit everybody who waits is offered one', async () => {
    expect(await change(null, 3)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C offered, D offered, E offered')
    expect(await full.signUp('Z')).toMatchObject({ ok: true, value: { isWaitlisted: false } })
  })

  test('pressed twice, or by two at once, are the same change', async () => {
    expect(await Promise.all([change(4, 2), change(4, 2), change(4, 2)])).toEqual([ok, ok, ok])
    expect(await offers()).toBe(2)
    const where = { subjectId: full.session.id, action: 'sessionCapacityChanged' } as const
    expect(await database.db.auditEntry.count({ where })).toBe(1)
  })

  test('mail nobody when others would get it than the organiser was told', async () => {
    expect(await change(4, 1)).toEqual(refused('offers-changed'))
    expect([await stored(), await offers()]).toEqual([2, 0])
  })

  test('are offered to nobody after signing up has closed', async () => {
    expect(await change(4, 0, { now: full.session.registrationClosesAt })).toEqual(ok)
    expect(await offers()).toBe(0)
  })
})

describe('fewer places', () => {
  test('take nobody theirs, and offer nothing until enough are free', async () => {
    expect(await change(1, 0)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted, D waitlisted, E waitlisted')
    expect(await full.cancel('A')).toEqual({ ok: true, value: { offered: 0 } })
    expect(await full.cancel('B')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered, D waitlisted, E waitlisted')
  })

  test('leave what was offered to whom it was offered', async () => {
    await change(3, 1)
    expect(await change(1, 0, { seen: 3 })).toEqual(ok)
    expect(await full.statuses()).toContain('C offered')
  })
})

describe('what is refused', () => {
  test('what a colleague changed meanwhile', async () => {
    await change(4, 2)
    expect(await change(5, 1)).toEqual(refused('changed-meanwhile'))
    expect(await stored()).toBe(4)
  })

  test('what was cancelled, or is not there', async () => {
    await database.db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } })
    expect(await change(4, 2)).toEqual(refused('session-cancelled'))
    const nowhere = {
      sessionId: '00000000-0000-4000-8000-000000000000',
      capacity: 4,
      expectedCapacity: null,
      expectedOffers: 0,
    }
    expect(await setCapacity(nowhere, actor)).toEqual(refused('unknown-session'))
  })

  test('by the database: no places, less than none, far too many', async () => {
    for (const capacity of [0, -1, 100_001]) {
      const where = { id: full.session.id }
      await expect(database.db.session.update({ where, data: { capacity } })).rejects.toThrow()
    }
  })
})

test('who was offered a place that ran out is not counted with what a change offers', async () => {
  await full.cancel('A')
  expect(await change(3, 1, { now: hours(49) })).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered, E offered')
})
