import { beforeEach, describe, expect, test } from 'vitest'
import type { MessageKind } from '@/lib/outbox/schema'
import { countOfferImpact } from '@/lib/registrations/waitlist/offer-impact'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { rescheduleSession } from '@/lib/sessions/schedule'
import type { SessionTimes } from '@/lib/sessions/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fullSession, hours, organiserId } from '@/tests/support/full-session'

const { db } = await createTestDatabase()
let full: Awaited<ReturnType<typeof fullSession>>
beforeEach(async () => {
  full = await fullSession(db, { capacity: 3, waiting: 3 })
})

const closesAt = sessionTimes2022.registrationClosesAt
const closingTimes = (at: Date): SessionTimes => ({
  ...sessionTimes2022,
  registrationClosesAt: at,
  questionDeadlineAt: new Date(Math.min(at.getTime(), sessionTimes2022.questionDeadlineAt.getTime())),
})
const noImpact = { offered: 0, ended: 0, shortened: 0 }

/** Returns the predicted impact of a reschedule, and the impact once the worker has run. */
async function rescheduleAndCompare(after: SessionTimes, now: Date, before: SessionTimes = sessionTimes2022) {
  const { id: sessionId } = full.session
  const predicted = await countOfferImpact(sessionId, { before, after }, now)
  const count = async (kind: MessageKind) => await db.message.count({ where: { sessionId, kind } })
  const [offered, ended] = [await count('seatOffered'), await count('offerExpired')]
  const change = { sessionId, seen: before, times: after, expected: null }
  expect(await rescheduleSession(change, { now, organiserId })).toEqual({ ok: true, value: null })
  await offerFreeSeatsInAllSessions(now)
  const actual = { offered: (await count('seatOffered')) - offered, ended: (await count('offerExpired')) - ended }
  return { predicted, actual }
}
/** Returns the details of the mails that tell a participant how an offer ended. */
async function offerEndDetails(name: string) {
  const where = { registrationId: full.person(name).id, kind: 'offerExpired' } as const
  return (await db.message.findMany({ where })).map(({ details }) => details)
}

describe('a later closing of registration', () => {
  test('offers the free seats, as predicted', async () => {
    await full.cancel('A', closesAt)
    await full.cancel('B', closesAt)
    const { predicted, actual } = await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))
    expect(predicted).toEqual({ ...noImpact, offered: 2 })
    expect(actual).toEqual({ offered: 2, ended: 0 })
  })

  test('predicts no offers that are due without the change', async () => {
    await db.session.update({ where: { id: full.session.id }, data: { capacity: 5 } })
    expect((await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1))).predicted).toEqual(noImpact)
  })

  test('offers a seat again whose offer expired', async () => {
    await full.cancel('A', hours(-1, closesAt))
    const { predicted, actual } = await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))
    expect(predicted).toEqual({ ...noImpact, offered: 1 })
    expect(actual).toEqual({ offered: 1, ended: 1 })
    expect(await full.statuses()).toContain('D cancelled, E offered')
  })

  test('offers nothing without a waitlist or without free seats', async () => {
    expect((await rescheduleAndCompare(closingTimes(hours(24, closesAt)), hours(1, closesAt))).predicted).toEqual(
      noImpact,
    )
    for (const name of ['A', 'D', 'E', 'F']) await full.cancel(name, hours(1, closesAt))
    const before = closingTimes(hours(24, closesAt))
    expect(
      (await rescheduleAndCompare(closingTimes(hours(48, closesAt)), hours(25, closesAt), before)).predicted,
    ).toEqual(noImpact)
  })
})

describe('an earlier closing of registration', () => {
  beforeEach(async () => {
    await full.cancel('A')
    await full.cancel('B')
  })

  test('ends the open offers when registration is closed by then, as predicted', async () => {
    const { predicted, actual } = await rescheduleAndCompare(closingTimes(hours(1)), hours(2))
    expect(predicted).toEqual({ ...noImpact, ended: 2 })
    expect(actual).toEqual({ offered: 0, ended: 2 })
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('shortens later offers, and their mails tell that they ended sooner', async () => {
    const { predicted, actual } = await rescheduleAndCompare(closingTimes(hours(24)), hours(2))
    expect(predicted).toEqual({ ...noImpact, shortened: 2 })
    expect(actual).toEqual({ offered: 0, ended: 0 })
    await offerFreeSeatsInAllSessions(hours(24))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'sooner' }])
  })

  test('does not shorten an offer that expires before the closing', async () => {
    expect((await rescheduleAndCompare(closingTimes(hours(49)), hours(2))).predicted).toEqual(noImpact)
  })

  test('shortens offers when the session itself is rescheduled', async () => {
    const sooner = { ...closingTimes(hours(24)), startsAt: hours(40), endsAt: hours(42) }
    expect((await rescheduleAndCompare(sooner, hours(2))).predicted).toEqual({ ...noImpact, shortened: 2 })
    const { offerExpiresAt } = await db.registration.findUniqueOrThrow({ where: { id: full.person('D').id } })
    expect(offerExpiresAt).toEqual(hours(24))
  })

  test('has no impact on a session that ended', async () => {
    const past = { ...closingTimes(hours(1)), startsAt: hours(1), endsAt: hours(2) }
    const { predicted, actual } = await rescheduleAndCompare(past, hours(3))
    expect({ predicted, actual }).toEqual({ predicted: noImpact, actual: { offered: 0, ended: 0 } })
  })
})

describe('an unanswered offer', () => {
  test('ends as unanswered while registration is open', async () => {
    await full.cancel('A')
    await offerFreeSeatsInAllSessions(hours(48))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'unanswered' }])
  })

  test('ends as closed when it was announced until the closing', async () => {
    await full.cancel('A', hours(-3, closesAt))
    await offerFreeSeatsInAllSessions(hours(1, closesAt))
    expect(await offerEndDetails('D')).toEqual([{ offerEnd: 'closed' }])
  })
})
