import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offer-free-seats'
import { countOfferImpact } from '@/lib/registrations/waitlist/offer-impact'
import { rescheduleSession } from '@/lib/sessions/schedule'
import type { SessionTimes } from '@/lib/sessions/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fullSession, hours, organiserId } from '@/tests/support/full-session'

let database: TestDatabase
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  full = await fullSession(database.db, { capacity: 3, waiting: 3 })
})

const closesAt = sessionTimes2022.registrationClosesAt
const closingTimes = (at: Date): SessionTimes => ({
  ...sessionTimes2022,
  registrationClosesAt: at,
  questionDeadlineAt: new Date(Math.min(at.getTime(), sessionTimes2022.questionDeadlineAt.getTime())),
})
const noImpact = { offered: 0, ended: 0, shortened: 0 }

/** What the page says beforehand, and what it comes to: moved, and the worker has been. */
async function rescheduleAndCompare(after: SessionTimes, now: Date, before: SessionTimes = sessionTimes2022) {
  const { id: sessionId } = full.session
  const predicted = await countOfferImpact(sessionId, { before, after }, now)
  const count = async (kind: string) => await database.db.message.count({ where: { sessionId, kind } })
  const [offered, ended] = [await count('place-offered'), await count('offer-expired')]
  const asked = { sessionId, seen: before, times: after, expected: null }
  expect(await rescheduleSession(asked, { now, organiserId })).toEqual({ ok: true, value: null })
  await offerFreeSeatsInAllSessions(now)
  const actual = { offered: (await count('place-offered')) - offered, ended: (await count('offer-expired')) - ended }
  return { said: predicted, came: actual }
}
/** How the offer to somebody ended, as their mail says. */
async function offerEndDetails(name: string) {
  const where = { registrationId: full.person(name).id, kind: 'offer-expired' }
  return (await database.db.message.findMany({ where })).map(({ details }) => details)
}

describe('signing up that closes later', () => {
  test('offers what is free to who waits: as many as was said', async () => {
    await full.cancel('A', closesAt)
    await full.cancel('B', closesAt)
    const { said, came } = await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))
    expect(said).toEqual({ ...noImpact, offered: 2 })
    expect(came).toEqual({ offered: 2, ended: 0 })
  })

  test('offers nothing more than it would anyway while it is still open', async () => {
    await database.db.session.update({ where: { id: full.session.id }, data: { capacity: 5 } })
    expect((await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1))).said).toEqual(noImpact)
  })

  test('offers a place anew that was offered to somebody who has lost it by then', async () => {
    await full.cancel('A', hours(-1, closesAt))
    const { said, came } = await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))
    expect(said).toEqual({ ...noImpact, offered: 1 })
    expect(came).toEqual({ offered: 1, ended: 1 })
    expect(await full.statuses()).toContain('D cancelled, E offered')
  })

  test('offers nothing to nobody: without a waiting list, and when all is taken', async () => {
    expect((await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))).said).toEqual(noImpact)
    for (const name of ['A', 'D', 'E', 'F']) await full.cancel(name, hours(1, closesAt))
    const before = closingTimes(hours(24, closesAt))
    expect((await rescheduleAndCompare(closingTimes(hours(48, closesAt)), hours(25, closesAt), before)).said).toEqual(
      noImpact,
    )
  })
})

describe('signing up that closes sooner', () => {
  beforeEach(async () => {
    await full.cancel('A')
    await full.cancel('B')
  })

  test('and so is closed, ends the offers that stand: as many as was said', async () => {
    const { said, came } = await rescheduleAndCompare(closingTimes(hours(1)), hours(2))
    expect(said).toEqual({ ...noImpact, ended: 2 })
    expect(came).toEqual({ offered: 0, ended: 2 })
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('shortens the offers of those who were told a later moment, and they hear that it was not their doing', async () => {
    const { said, came } = await rescheduleAndCompare(closingTimes(hours(24)), hours(2))
    expect(said).toEqual({ ...noImpact, shortened: 2 })
    expect(came).toEqual({ offered: 0, ended: 0 })
    await offerFreeSeatsInAllSessions(hours(24))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('takes nothing from an offer that ends before that', async () => {
    expect((await rescheduleAndCompare(closingTimes(hours(49)), hours(2))).said).toEqual(noImpact)
  })

  test('shortens them too when the kennissessie itself moves', async () => {
    const sooner = { ...closingTimes(hours(24)), startsAt: hours(40), endsAt: hours(42) }
    expect((await rescheduleAndCompare(sooner, hours(2))).said).toEqual({ ...noImpact, shortened: 2 })
    const { offerExpiresAt } = await database.db.registration.findUniqueOrThrow({ where: { id: full.person('D').id } })
    expect(offerExpiresAt).toEqual(hours(24))
  })

  test('does nothing with who waits for what has been', async () => {
    const past = { ...closingTimes(hours(1)), startsAt: hours(1), endsAt: hours(2) }
    const { said, came } = await rescheduleAndCompare(past, hours(3))
    expect({ said, came }).toEqual({ said: noImpact, came: { offered: 0, ended: 0 } })
  })
})

describe('an offer that nobody answers', () => {
  test('while signing up is open, ends as one that was let pass', async () => {
    await full.cancel('A')
    await offerFreeSeatsInAllSessions(hours(48))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'unanswered' }])
  })

  test('until signing up closes, as it said itself, ends with that', async () => {
    await full.cancel('A', hours(-3, closesAt))
    await offerFreeSeatsInAllSessions(hours(1, closesAt))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'closed' }])
  })
})
