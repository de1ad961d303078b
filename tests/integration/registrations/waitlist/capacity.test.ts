import { beforeEach, describe, expect, test } from 'vitest'
import { getSeats } from '@/lib/registrations/queries'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fullSession, hours, october, organiserId } from '@/tests/support/full-session'

const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db, { capacity: 2, waiting: 3 })
})

const actor = { now: october, organiserId }
const change = (capacity: number | null, expectedOffers: number, { seen = 2 as number | null, now = october } = {}) =>
  setCapacity({ sessionId: full.session.id, capacity, expectedCapacity: seen, expectedOffers }, { ...actor, now })
const ok = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const stored = async () => (await db.session.findUniqueOrThrow({ where: { id: full.session.id } })).capacity
const offers = () => db.message.count({ where: { sessionId: full.session.id, kind: 'seatOffered' } })

describe('raising the capacity', () => {
  test('offers the new seats to the participants who wait longest', async () => {
    expect(await change(4, 2)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C offered, D offered, E waitlisted')
    expect(await getSeats({ id: full.session.id, capacity: 4 })).toEqual({
      capacity: 4,
      taken: 2,
      offered: 2,
      waitlisted: 1,
    })
  })

  test('offers a seat to every waitlisted participant when the limit is removed', async () => {
    expect(await change(null, 3)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C offered, D offered, E offered')
    expect(await full.signUp('Z')).toMatchObject({ ok: true, value: { isWaitlisted: false } })
  })

  test('counts concurrent identical requests as one change', async () => {
    expect(await Promise.all([change(4, 2), change(4, 2), change(4, 2)])).toEqual([ok, ok, ok])
    expect(await offers()).toBe(2)
    const where = { subjectId: full.session.id, action: 'sessionCapacityChanged' } as const
    expect(await db.auditEntry.count({ where })).toBe(1)
  })

  test('is refused when the number of offers differs from the preview', async () => {
    expect(await change(4, 1)).toEqual(refused('offers-changed'))
    expect([await stored(), await offers()]).toEqual([2, 0])
  })

  test('offers no seat after registration closed', async () => {
    expect(await change(4, 0, { now: full.session.registrationClosesAt })).toEqual(ok)
    expect(await offers()).toBe(0)
  })
})

describe('lowering the capacity', () => {
  test('takes no seat away and offers none until enough are free', async () => {
    expect(await change(1, 0)).toEqual(ok)
    expect(await full.statuses()).toBe('A signed-up, B signed-up, C waitlisted, D waitlisted, E waitlisted')
    expect(await full.cancel('A')).toEqual({ ok: true, value: { offered: 0 } })
    expect(await full.cancel('B')).toEqual({ ok: true, value: { offered: 1 } })
    expect(await full.statuses()).toBe('A cancelled, B cancelled, C offered, D waitlisted, E waitlisted')
  })

  test('keeps open offers', async () => {
    await change(3, 1)
    expect(await change(1, 0, { seen: 3 })).toEqual(ok)
    expect(await full.statuses()).toContain('C offered')
  })
})

describe('setCapacity', () => {
  test('refuses a change after a colleague changed the capacity', async () => {
    await change(4, 2)
    expect(await change(5, 1)).toEqual(refused('changed-meanwhile'))
    expect(await stored()).toBe(4)
  })

  test('refuses a cancelled and an unknown session', async () => {
    await db.session.update({ where: { id: full.session.id }, data: { cancelledAt: october } })
    expect(await change(4, 2)).toEqual(refused('session-cancelled'))
    const unknownSession = {
      sessionId: '00000000-0000-4000-8000-000000000000',
      capacity: 4,
      expectedCapacity: null,
      expectedOffers: 0,
    }
    expect(await setCapacity(unknownSession, actor)).toEqual(refused('unknown-session'))
  })

  test('relies on a database constraint for a capacity out of range', async () => {
    for (const capacity of [0, -1, 100_001]) {
      const where = { id: full.session.id }
      await expect(db.session.update({ where, data: { capacity } })).rejects.toThrow()
    }
  })
})

test('does not count offers that are due without the change', async () => {
  await full.cancel('A')
  expect(await change(3, 1, { now: hours(49) })).toEqual(ok)
  expect(await full.statuses()).toBe('A cancelled, B signed-up, C cancelled, D offered, E offered')
})
