import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { getSeats } from '@/lib/registrations/queries'
import { registerParticipant } from '@/lib/registrations/register'
import { setCapacity } from '@/lib/registrations/waitlist/capacity'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offer-free-seats'
import { acceptOffer } from '@/lib/registrations/waitlist/offers'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { fullSession, hours, october, organiserId } from '@/tests/support/full-session'

/** With the guard off nobody holds a row; who would have waited for others goes on when as many have come as are expected. */
const guard = vi.hoisted(() => ({ isOff: false, expected: 0, goOn: [] as (() => void)[] }))
vi.mock('@/lib/db/locks', async (original) => {
  const { lockRow } = await original<typeof import('@/lib/db/locks')>()
  const hold: typeof lockRow = async (...row) => {
    if (!guard.isOff) return await lockRow(...row)
    if (row[3] === 'NO KEY UPDATE') {
      await new Promise<void>((resolve) => {
        guard.goOn.push(resolve)
        if (guard.goOn.length === guard.expected) for (const go of guard.goOn) go()
      })
    }
    return true
  }
  return { lockRow: hold }
})

const whole = process.env.FAULTS === 'whole'
const { capacity, signUps, rounds } = whole
  ? { capacity: 500, signUps: 1_000, rounds: 20 }
  : { capacity: 60, signUps: 120, rounds: 1 }
const atOnce = 50

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
afterEach(() => {
  guard.isOff = false
})

/** So many sign-ups, fifty under way at any moment. */
async function signUpMany(session: Awaited<ReturnType<typeof createTestSession>>, count: number) {
  let next = 0
  const one = async () => {
    while (next < count) {
      const email = `voorbeeld${next++}@example.nl`
      const result = await press(registrationInputFor(session, { email }))
      if (!result.ok) throw new Error(result.reason)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

/** On a machine that is busy with more than this, somebody waits too long for a connection: they press again. */
async function press(
  form: ReturnType<typeof registrationInputFor>,
  times = 20,
): ReturnType<typeof registerParticipant> {
  return await registerParticipant(form, { now: october }).catch((error: unknown) => {
    const tooBusy = error instanceof Error && 'code' in error && error.code === 'P2028'
    if (!tooBusy || times === 0) throw error
    return press(form, times - 1)
  })
}

const kinds = (sessionId: string, kind: string) => database.db.message.count({ where: { sessionId, kind } })

describe(`${capacity} places, ${signUps} sign-ups, ${atOnce} at once`, () => {
  test.each(Array.from({ length: rounds }, (_, round) => round + 1))(
    'exactly so many get a place, and the rest waits (round %i)',
    async () => {
      const session = await createTestSession(database.db, { capacity })
      const from = performance.now()
      await signUpMany(session, signUps)
      const seconds = (performance.now() - from) / 1000
      expect(await getSeats(session)).toEqual({ capacity, taken: capacity, offered: 0, waitlisted: signUps - capacity })
      expect(await kinds(session.id, 'confirmation')).toBe(capacity)
      expect(await kinds(session.id, 'waiting-list')).toBe(signUps - capacity)
      if (whole) process.stdout.write(`${signUps} sign-ups for ${capacity} places in ${seconds.toFixed(1)} s\n`)
    },
    300_000,
  )

  test('without the lock, people who come at the same moment all get the last place', async () => {
    const session = await createTestSession(database.db, { capacity: 1 })
    Object.assign(guard, { isOff: true, expected: 8 })
    await signUpMany(session, 8)
    const { taken = 0 } = (await getSeats(session)) ?? {}
    expect(taken).toBeGreaterThan(1)
    if (whole) process.stdout.write(`without the lock: ${taken} people in 1 place\n`)
  })
})

test('people who sign up, cancel and take offers while an organiser changes the number: never one too many, nobody stuck', async () => {
  const people = 'ABCDEFGHIJKLMNOPQRST'
  const full = await fullSession(database.db, { capacity: 10, waiting: people.length - 10 })
  const resize = (capacity: number, expectedCapacity: number) =>
    setCapacity(
      { sessionId: full.session.id, capacity, expectedCapacity, expectedOffers: 0 },
      { now: october, organiserId },
    )
  const later = { now: hours(1) }
  const take = () => Promise.all([...people].map((name) => acceptOffer(full.offerToken(name), later)))
  await Promise.all([
    signUpMany(full.session, 40),
    ...[...people].slice(0, 6).map((name) => full.cancel(name)),
    ...Array.from({ length: 5 }, () => offerFreeSeatsInAllSessions(october)),
    resize(9, 10),
    take(),
    take(),
  ])
  await take()
  const places = await getSeats(full.session)
  expect(places).toMatchObject({ offered: 0 })
  expect(places?.taken).toBeLessThanOrEqual(10)
  expect(places?.taken).toBeGreaterThanOrEqual(9)
})
