import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runScheduler } from '@/lib/notifications/scheduler'
import { cancelMessage } from '@/lib/outbox/cancel'
import { claimMessages } from '@/lib/outbox/claim'
import { deliverMessage } from '@/lib/outbox/deliver'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { readChangeNotices, rescheduleTo, startWithTwoParticipants } from '@/tests/support/november-session'
import {
  addSeconds,
  claimOne,
  createContent,
  deliverAllDue,
  deliveryTools,
  october,
  transportTo,
} from '@/tests/support/outbox'
import type { SmtpServer } from '@/tests/support/servers/smtp-server'

const actor = { now: october, organiserId: 'organisator' }

const { db } = await createTestDatabase()
let start: Awaited<ReturnType<typeof startWithTwoParticipants>>
let smtp: SmtpServer
let sessionId = ''
let one = ''
let now = october
beforeEach(async () => {
  now = october
  start = await startWithTwoParticipants(db)
  ;({ smtp, sessionId, one } = start)
})
afterEach(() => start.close())

const send = () => deliverAllDue(start.transport, now)
const reschedule = (day: number, people: number | null = 2) => rescheduleTo(day, { sessionId, now, people })
const changeNotices = () => readChangeNotices(smtp)
const unsentNotices = (registrationId?: string) =>
  db.message.findMany({
    where: { sessionId, kind: 'sessionChanged', sentAt: null, failedAt: null, cancelledAt: null, registrationId },
  })
const cancelReasons = async () =>
  (await db.message.findMany({ where: { cancelledAt: { not: null } } })).map(({ cancelReason }) => cancelReason)

const [first, second] = ['voorbeeld-0@example.nl', 'voorbeeld-1@example.nl']
const empty: unknown[] = []

describe('with the queue standing still', () => {
  test('there and back again is told to nobody', async () => {
    await reschedule(15)
    expect(await unsentNotices()).toHaveLength(2)
    expect(await reschedule(8)).toMatchObject({ ok: true })
    expect(await unsentNotices()).toEqual(empty)
    expect(await cancelReasons()).toEqual(['superseded', 'superseded'])
    expect(await send()).toBe(0)
  })

  test('two moves are told as one, from where everybody knows it to be', async () => {
    await reschedule(15)
    await reschedule(22)
    await send()
    expect(await changeNotices()).toMatchObject([
      { to: first, was: 8, is: 22, sequence: 2 },
      { to: second, was: 8, is: 22, sequence: 2 },
    ])
  })

  test('there, back and there again is told from where it began', async () => {
    for (const day of [15, 8, 22]) await reschedule(day)
    await send()
    expect(await changeNotices()).toMatchObject([
      { was: 8, is: 22, sequence: 3 },
      { was: 8, is: 22, sequence: 3 },
    ])
  })

  test('the queue paused: a mail that was written and given back is not taken for heard', async () => {
    await reschedule(15)
    smtp.behaviour = 'refuse-login'
    start.transport.close()
    start.transport = transportTo(smtp.url)
    await send()
    expect(await db.mailPause.count()).toBe(1)
    await reschedule(8)
    smtp.behaviour = 'accept'
    now = addSeconds(october, 60)
    expect(await send()).toBe(0)
    expect(smtp.received).toEqual(empty)
  })

  test('a move that nobody is to hear of still keeps what was promised, and promises no more', async () => {
    await reschedule(15)
    const [{ id } = { id: '' }] = await unsentNotices(one)
    await cancelMessage({ sessionId, id }, actor)
    await reschedule(22, null)
    await send()
    expect(await changeNotices()).toMatchObject([{ to: second, was: 8, is: 22 }])
    await reschedule(8, null)
    expect(await send()).toBe(0)
  })

  test('is refused with nothing dropped when other than the promised number is concerned', async () => {
    await reschedule(15)
    expect(await reschedule(22, 3)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await unsentNotices()).toHaveLength(2)
    expect(await cancelReasons()).toEqual(empty)
  })
})

describe('a move that nobody is told of', () => {
  test('is where a later one begins for its readers', async () => {
    await reschedule(15, null)
    expect(await send()).toBe(0)
    await reschedule(22)
    await send()
    expect(await changeNotices()).toMatchObject([
      { to: first, was: 8, is: 22 },
      { to: second, was: 8, is: 22 },
    ])
  })

  test('and undone is nothing to tell', async () => {
    await reschedule(15, null)
    expect(await reschedule(8)).toMatchObject({ ok: true })
    expect(await send()).toBe(0)
    expect(await changeNotices()).toEqual(empty)
  })
})

describe('halfway', () => {
  test('who heard of it hears that it is back, and who did not hears nothing', async () => {
    await reschedule(15)
    await db.message.updateMany({
      where: { registrationId: { not: one } },
      data: { dueAt: addSeconds(now, 60) },
    })
    await send()
    expect(await changeNotices()).toMatchObject([{ to: first, was: 8, is: 15 }])
    await reschedule(8)
    now = addSeconds(october, 3600)
    await send()
    expect(await changeNotices()).toMatchObject([
      { to: first, was: 8, is: 15 },
      { to: first, was: 15, is: 8 },
    ])
  })

  test.each(['stopped', 'failed'])('a mail that was %s told nobody', async (how) => {
    await reschedule(15)
    if (how === 'failed') smtp.behaviour = 'refuse-recipient'
    else for (const { id } of await unsentNotices()) await cancelMessage({ sessionId, id }, actor)
    await send()
    smtp.behaviour = 'accept'
    await reschedule(22)
    await send()
    expect((await changeNotices()).map(({ was, is }) => [was, is])).toEqual(Array(2).fill([8, 22]))
  })

  test('a reminder that went out meanwhile told it too', async () => {
    await reschedule(15)
    await db.message.updateMany({ where: { sentAt: null }, data: { dueAt: addSeconds(october, 1e8) } })
    now = new Date('2022-11-14T09:00:00Z')
    await runScheduler(now)
    await send()
    smtp.received.length = 0
    await reschedule(22)
    await send()
    expect((await changeNotices()).map(({ was, is }) => [was, is])).toEqual(Array(2).fill([15, 22]))
  })

  describe('what may have arrived', () => {
    beforeEach(async () => {
      await reschedule(15)
      smtp.behaviour = 'drop-after-data'
      await send()
      smtp.behaviour = 'accept'
    })
    const steps = async () => (await changeNotices()).filter(({ to }) => to === first).map(({ was, is }) => [was, is])

    test('counts as heard, and does not come once more beside the news', async () => {
      await reschedule(22)
      now = addSeconds(october, 60)
      await send()
      expect(await steps()).toEqual([
        [8, 15],
        [15, 22],
      ])
      expect(await cancelReasons()).toEqual(['superseded', 'superseded'])
    })

    test('does come once more when it is all there is to tell', async () => {
      await reschedule(22)
      await reschedule(15)
      now = addSeconds(october, 60)
      await send()
      expect(await steps()).toEqual([
        [8, 15],
        [8, 15],
      ])
    })
  })

  test('what a worker is sending counts as heard; what it has not written yet does not go out', async () => {
    await reschedule(15)
    const [written, unwritten] = await claimMessages(2, now)
    const tools = deliveryTools(start.transport, now)
    smtp.delayMs = 500
    const sending = written && deliverMessage(written, tools)
    await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { interval: 5 })
    await reschedule(8)
    if (unwritten) await deliverMessage(unwritten, tools)
    await sending
    expect(smtp.received).toHaveLength(1)
    await send()
    expect((await changeNotices()).map(({ was, is }) => [was, is])).toEqual([
      [8, 15],
      [15, 8],
    ])
  })

  test('a move that nobody is to hear of is told to whom the one before is on its way', async () => {
    await reschedule(15)
    const held = await claimOne(now)
    await createContent(held.id, { renderedSequence: 1 })
    await reschedule(22, null)
    const [news] = await unsentNotices(held.registrationId ?? '').then((all) => all.filter(({ id }) => id !== held.id))
    expect(news?.details).toMatchObject({ sequence: 2, before: { startsAt: '2022-11-15T14:00:00.000Z' } })
  })

  test('a mail that was being refused as the next one was made does not come after it', async () => {
    await reschedule(15)
    const held = await claimOne(now)
    await createContent(held.id, { renderedSequence: 1 })
    await reschedule(22)
    await db.message.update({ where: { id: held.id }, data: { claimToken: null, claimedUntil: null } })
    await send()
    expect((await changeNotices()).map(({ is }) => is)).toEqual([22, 22])
  })
})
