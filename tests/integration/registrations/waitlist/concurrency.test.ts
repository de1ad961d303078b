import { afterEach, describe, expect, test, vi } from 'vitest'
import type { MessageKind } from '@/lib/outbox/schema'
import { getSeats } from '@/lib/registrations/queries'
import { registerParticipant } from '@/lib/registrations/register'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { acceptOffer, offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { fullSession, hours, october, organiserId } from '@/tests/support/full-session'

/** With the guard off no row is locked. Instead, transactions wait until the expected number have reached the lock. */
const guard = vi.hoisted(() => ({ isOff: false, expected: 0, waiting: [] as (() => void)[] }))
vi.mock('@/lib/db/locks', async (original) => {
  const { lockRow } = await original<typeof import('@/lib/db/locks')>()
  const lockOrWait: typeof lockRow = async (...row) => {
    if (!guard.isOff) return await lockRow(...row)
    if (row[3] === 'NO KEY UPDATE') {
      await new Promise<void>((resolve) => {
        guard.waiting.push(resolve)
        if (guard.waiting.length === guard.expected) for (const proceed of guard.waiting) proceed()
      })
    }
    return true
  }
  return { lockRow: lockOrWait }
})

const whole = process.env.FAULTS === 'whole'
const { capacity, registrations, rounds } = whole
  ? { capacity: 500, registrations: 1_000, rounds: 20 }
  : { capacity: 60, registrations: 120, rounds: 1 }
const atOnce = 50

const { db } = await createTestDatabase()
afterEach(() => {
  guard.isOff = false
})

/** Registers `count` participants, fifty at a time. */
async function registerMany(session: Awaited<ReturnType<typeof createTestSession>>, count: number) {
  let next = 0
  const worker = async () => {
    while (next < count) {
      const email = `voorbeeld${next++}@example.nl`
      const result = await registerWithRetry(registrationInputFor(session, { email }))
      if (!result.ok) throw new Error(result.reason)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}

/** Retries a registration that timed out waiting for a connection on a busy machine. */
async function registerWithRetry(
  form: ReturnType<typeof registrationInputFor>,
  retries = 20,
): ReturnType<typeof registerParticipant> {
  return await registerParticipant(form, { now: october }).catch((error: unknown) => {
    const tooBusy = error instanceof Error && 'code' in error && error.code === 'P2028'
    if (!tooBusy || retries === 0) throw error
    return registerWithRetry(form, retries - 1)
  })
}

const kinds = (sessionId: string, kind: MessageKind) => db.message.count({ where: { sessionId, kind } })

describe(`${registrations} registrations for ${capacity} seats, ${atOnce} at a time`, () => {
  test.each(Array.from({ length: rounds }, (_, round) => round + 1))(
    'fill exactly the capacity and waitlist the others (round %i)',
    async () => {
      const session = await createTestSession(db, { capacity })
      const from = performance.now()
      await registerMany(session, registrations)
      const seconds = (performance.now() - from) / 1000
      expect(await getSeats(session)).toEqual({
        capacity,
        taken: capacity,
        offered: 0,
        waitlisted: registrations - capacity,
      })
      expect(await kinds(session.id, 'confirmation')).toBe(capacity)
      expect(await kinds(session.id, 'waitlisted')).toBe(registrations - capacity)
      if (whole)
        process.stdout.write(`${registrations} registrations for ${capacity} seats in ${seconds.toFixed(1)} s\n`)
    },
    300_000,
  )

  test('overfill the session without the lock', async () => {
    const session = await createTestSession(db, { capacity: 1 })
    Object.assign(guard, { isOff: true, expected: 8 })
    await registerMany(session, 8)
    const { taken = 0 } = (await getSeats(session)) ?? {}
    expect(taken).toBeGreaterThan(1)
    if (whole) process.stdout.write(`without the lock: ${taken} participants in 1 seat\n`)
  })
})

test('concurrent registrations, cancellations, offers and capacity changes never overfill a session', async () => {
  const people = 'ABCDEFGHIJKLMNOPQRST'
  const full = await fullSession(db, { capacity: 10, waiting: people.length - 10 })
  const resize = (capacity: number, expectedCapacity: number) =>
    setCapacity(
      { sessionId: full.session.id, capacity, expectedCapacity, expectedOffers: 0 },
      { now: october, organiserId },
    )
  const later = { now: hours(1) }
  const acceptAll = () => Promise.all([...people].map((name) => acceptOffer(full.offerToken(name), later)))
  await Promise.all([
    registerMany(full.session, 40),
    ...[...people].slice(0, 6).map((name) => full.cancel(name)),
    ...Array.from({ length: 5 }, () => offerFreeSeatsInAllSessions(october)),
    resize(9, 10),
    acceptAll(),
    acceptAll(),
  ])
  await acceptAll()
  const seats = await getSeats(full.session)
  expect(seats).toMatchObject({ offered: 0 })
  expect(seats?.taken).toBeLessThanOrEqual(10)
  expect(seats?.taken).toBeGreaterThanOrEqual(9)
})
