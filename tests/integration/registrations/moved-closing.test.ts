import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { offerAllFreePlaces } from '@/lib/registrations/commands'
import { countOffersAtOnce } from '@/lib/registrations/offers-at-once'
import { moveSession } from '@/lib/sessions/move'
import type { SessionTimes } from '@/lib/sessions/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { moments2022 } from '@/tests/support/sign-up'
import { fullSession, hours, organiserId } from './full-session'

let database: TestDatabase
let full: Awaited<ReturnType<typeof fullSession>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  full = await fullSession(database.db, { capacity: 3, waiting: 3 })
})

const closesAt = moments2022.registrationClosesAt
const closing = (at: Date): SessionTimes => ({
  ...moments2022,
  registrationClosesAt: at,
  questionDeadlineAt: new Date(Math.min(at.getTime(), moments2022.questionDeadlineAt.getTime())),
})
const nothing = { offered: 0, ended: 0, shortened: 0 }

/** What the page says beforehand, and what it comes to: moved, and the worker has been. */
async function move(after: SessionTimes, now: Date, before: SessionTimes = moments2022) {
  const { id: sessionId } = full.session
  const said = await countOffersAtOnce(sessionId, { before, after }, now)
  const count = async (kind: string) => await database.db.message.count({ where: { sessionId, kind } })
  const [offered, ended] = [await count('place-offered'), await count('offer-expired')]
  const asked = { sessionId, seen: before, times: after, expected: null }
  expect(await moveSession(asked, { now, organiserId })).toEqual({ ok: true, value: null })
  await offerAllFreePlaces(now)
  const came = { offered: (await count('place-offered')) - offered, ended: (await count('offer-expired')) - ended }
  return { said, came }
}
/** How the offer to somebody ended, as their mail says. */
async function endOf(name: string) {
  const where = { registrationId: full.person(name).id, kind: 'offer-expired' }
  return (await database.db.message.findMany({ where })).map(({ details }) => details)
}

describe('signing up that closes later', () => {
  test('offers what is free to who waits: as many as was said', async () => {
    await full.cancel('A', closesAt)
    await full.cancel('B', closesAt)
    const { said, came } = await move(closing(hours(24, closesAt)), hours(1, closesAt))
    expect(said).toEqual({ ...nothing, offered: 2 })
    expect(came).toEqual({ offered: 2, ended: 0 })
  })

  test('offers nothing more than it would anyway while it is still open', async () => {
    await database.db.session.update({ where: { id: full.session.id }, data: { capacity: 5 } })
    expect((await move(closing(hours(24, closesAt)), hours(1))).said).toEqual(nothing)
  })

  test('offers a place anew that was offered to somebody who has lost it by then', async () => {
    await full.cancel('A', hours(-1, closesAt))
    const { said, came } = await move(closing(hours(24, closesAt)), hours(1, closesAt))
    expect(said).toEqual({ ...nothing, offered: 1 })
    expect(came).toEqual({ offered: 1, ended: 1 })
    expect(await full.standings()).toContain('D cancelled, E offered')
  })

  test('offers nothing to nobody: without a waiting list, and when all is taken', async () => {
    expect((await move(closing(hours(24, closesAt)), hours(1, closesAt))).said).toEqual(nothing)
    for (const name of ['A', 'D', 'E', 'F']) await full.cancel(name, hours(1, closesAt))
    const before = closing(hours(24, closesAt))
    expect((await move(closing(hours(48, closesAt)), hours(25, closesAt), before)).said).toEqual(nothing)
  })
})

describe('signing up that closes sooner', () => {
  beforeEach(async () => {
    await full.cancel('A')
    await full.cancel('B')
  })

  test('and so is closed, ends the offers that stand: as many as was said', async () => {
    const { said, came } = await move(closing(hours(1)), hours(2))
    expect(said).toEqual({ ...nothing, ended: 2 })
    expect(came).toEqual({ offered: 0, ended: 2 })
    expect(await endOf('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('shortens the offers of those who were told a later moment, and they hear that it was not their doing', async () => {
    const { said, came } = await move(closing(hours(24)), hours(2))
    expect(said).toEqual({ ...nothing, shortened: 2 })
    expect(came).toEqual({ offered: 0, ended: 0 })
    await offerAllFreePlaces(hours(24))
    expect(await endOf('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('takes nothing from an offer that ends before that', async () => {
    expect((await move(closing(hours(49)), hours(2))).said).toEqual(nothing)
  })

  test('shortens them too when the kennissessie itself moves', async () => {
    const sooner = { ...closing(hours(24)), startsAt: hours(40), endsAt: hours(42) }
    expect((await move(sooner, hours(2))).said).toEqual({ ...nothing, shortened: 2 })
    const { offerExpiresAt } = await database.db.registration.findUniqueOrThrow({ where: { id: full.person('D').id } })
    expect(offerExpiresAt).toEqual(hours(24))
  })

  test('does nothing with who waits for what has been', async () => {
    const past = { ...closing(hours(1)), startsAt: hours(1), endsAt: hours(2) }
    const { said, came } = await move(past, hours(3))
    expect({ said, came }).toEqual({ said: nothing, came: { offered: 0, ended: 0 } })
  })
})

describe('an offer that nobody answers', () => {
  test('while signing up is open, ends as one that was let pass', async () => {
    await full.cancel('A')
    await offerAllFreePlaces(hours(48))
    expect(await endOf('D')).toEqual([{ offerEnd: 'unanswered' }])
  })

  test('until signing up closes, as it said itself, ends with that', async () => {
    await full.cancel('A', hours(-3, closesAt))
    await offerAllFreePlaces(hours(1, closesAt))
    expect(await endOf('D')).toEqual([{ offerEnd: 'closed' }])
  })
})
