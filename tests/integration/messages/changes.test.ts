import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { claimMessages } from '@/lib/messages/claim'
import { stopMessage } from '@/lib/messages/commands'
import { deliverMessage } from '@/lib/messages/deliver'
import { planMail } from '@/lib/messages/plan'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import type { SmtpServer } from '@/tests/support/smtp'
import { heardOf, moveTo, startWithTwo } from './november'
import { claimOne, deliverAllDue, later, october, silent, transportTo } from './outbox'

const by = { now: october, organiserId: 'organisator' }

let database: TestDatabase
let start: Awaited<ReturnType<typeof startWithTwo>>
let smtp: SmtpServer
let sessionId = ''
let one = ''
let now = october
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  now = october
  start = await startWithTwo(database.db)
  ;({ smtp, sessionId, one } = start)
})
afterEach(() => start.close())
afterAll(() => database.drop())

const send = () => deliverAllDue(start.transport, now)
const move = (day: number, people: number | null = 2) => moveTo(day, { sessionId, now, people })
const heard = () => heardOf(smtp)
const waiting = (registrationId?: string) =>
  database.db.message.findMany({
    where: { sessionId, kind: 'changed', sentAt: null, failedAt: null, droppedAt: null, registrationId },
  })
const dropped = async () =>
  (await database.db.message.findMany({ where: { droppedAt: { not: null } } })).map(({ dropReason }) => dropReason)

const [first, second] = ['voorbeeld-0@example.nl', 'voorbeeld-1@example.nl']
const nothing: unknown[] = []

describe('with the queue standing still', () => {
  test('there and back again is told to nobody', async () => {
    await move(15)
    expect(await waiting()).toHaveLength(2)
    expect(await move(8)).toMatchObject({ ok: true })
    expect(await waiting()).toEqual(nothing)
    expect(await dropped()).toEqual(['overtaken', 'overtaken'])
    expect(await send()).toBe(0)
  })

  test('two moves are told as one, from where everybody knows it to be', async () => {
    await move(15)
    await move(22)
    await send()
    expect(await heard()).toMatchObject([
      { to: first, was: 8, is: 22, sequence: 2 },
      { to: second, was: 8, is: 22, sequence: 2 },
    ])
  })

  test('there, back and there again is told from where it began', async () => {
    for (const day of [15, 8, 22]) await move(day)
    await send()
    expect(await heard()).toMatchObject([
      { was: 8, is: 22, sequence: 3 },
      { was: 8, is: 22, sequence: 3 },
    ])
  })

  test('the queue paused: a mail that was written and given back is not taken for heard', async () => {
    await move(15)
    smtp.behaviour = 'refuse-login'
    start.transport.close()
    start.transport = transportTo(smtp.url)
    await send()
    expect(await database.db.mailPause.count()).toBe(1)
    await move(8)
    smtp.behaviour = 'accept'
    now = later(october, 60)
    expect(await send()).toBe(0)
    expect(smtp.received).toEqual(nothing)
  })

  test('a move that nobody is to hear of still keeps what was promised, and promises no more', async () => {
    await move(15)
    const [{ id } = { id: '' }] = await waiting(one)
    await stopMessage({ sessionId, id }, by)
    await move(22, null)
    await send()
    expect(await heard()).toMatchObject([{ to: second, was: 8, is: 22 }])
    await move(8, null)
    expect(await send()).toBe(0)
  })

  test('is refused with nothing dropped when other than the promised number is concerned', async () => {
    await move(15)
    expect(await move(22, 3)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await waiting()).toHaveLength(2)
    expect(await dropped()).toEqual(nothing)
  })
})

describe('a move that nobody is told of', () => {
  test('is where a later one begins for its readers', async () => {
    await move(15, null)
    expect(await send()).toBe(0)
    await move(22)
    await send()
    expect(await heard()).toMatchObject([
      { to: first, was: 8, is: 22 },
      { to: second, was: 8, is: 22 },
    ])
  })

  test('and undone is nothing to tell', async () => {
    await move(15, null)
    expect(await move(8)).toMatchObject({ ok: true })
    expect(await send()).toBe(0)
    expect(await heard()).toEqual(nothing)
  })
})

describe('halfway', () => {
  test('who heard of it hears that it is back, and who did not hears nothing', async () => {
    await move(15)
    await database.db.message.updateMany({ where: { registrationId: { not: one } }, data: { dueAt: later(now, 60) } })
    await send()
    expect(await heard()).toMatchObject([{ to: first, was: 8, is: 15 }])
    await move(8)
    now = later(october, 3600)
    await send()
    expect(await heard()).toMatchObject([
      { to: first, was: 8, is: 15 },
      { to: first, was: 15, is: 8 },
    ])
  })

  test.each(['stopped', 'failed'])('a mail that was %s told nobody', async (how) => {
    await move(15)
    if (how === 'failed') smtp.behaviour = 'refuse-recipient'
    else for (const { id } of await waiting()) await stopMessage({ sessionId, id }, by)
    await send()
    smtp.behaviour = 'accept'
    await move(22)
    await send()
    expect((await heard()).map(({ was, is }) => [was, is])).toEqual(Array(2).fill([8, 22]))
  })

  test('a reminder that went out meanwhile told it too', async () => {
    await move(15)
    await database.db.message.updateMany({ where: { sentAt: null }, data: { dueAt: later(october, 1e8) } })
    now = new Date('2022-11-14T09:00:00Z')
    await planMail(now)
    await send()
    smtp.received.length = 0
    await move(22)
    await send()
    expect((await heard()).map(({ was, is }) => [was, is])).toEqual(Array(2).fill([15, 22]))
  })

  describe('what may have arrived', () => {
    beforeEach(async () => {
      await move(15)
      smtp.behaviour = 'drop-after-data'
      await send()
      smtp.behaviour = 'accept'
    })
    const steps = async () => (await heard()).filter(({ to }) => to === first).map(({ was, is }) => [was, is])

    test('counts as heard, and does not come once more beside the news', async () => {
      await move(22)
      now = later(october, 60)
      await send()
      expect(await steps()).toEqual([
        [8, 15],
        [15, 22],
      ])
      expect(await dropped()).toEqual(['overtaken', 'overtaken'])
    })

    test('does come once more when it is all there is to tell', async () => {
      await move(22)
      await move(15)
      now = later(october, 60)
      await send()
      expect(await steps()).toEqual([
        [8, 15],
        [8, 15],
      ])
    })
  })

  test('what a worker is sending counts as heard; what it has not written yet does not go out', async () => {
    await move(15)
    const [written, unwritten] = await claimMessages(2, now)
    const tools = { transport: start.transport, logger: silent, now: () => now }
    smtp.delayMs = 500
    const sending = written && deliverMessage(written, tools)
    await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { interval: 5 })
    await move(8)
    if (unwritten) await deliverMessage(unwritten, tools)
    await sending
    expect(smtp.received).toHaveLength(1)
    await send()
    expect((await heard()).map(({ was, is }) => [was, is])).toEqual([
      [8, 15],
      [15, 8],
    ])
  })

  test('a move that nobody is to hear of is told to whom the one before is on its way', async () => {
    await move(15)
    const held = await claimOne(now)
    await database.db.message.update({ where: { id: held.id }, data: { frozenAt: now, frozenSequence: 1 } })
    await move(22, null)
    const [news] = await waiting(held.registrationId ?? '').then((all) => all.filter(({ id }) => id !== held.id))
    expect(news?.details).toMatchObject({ sequence: 2, before: { startsAt: '2022-11-15T14:00:00.000Z' } })
  })

  test('a mail that was being refused as the next one was made does not come after it', async () => {
    await move(15)
    const held = await claimOne(now)
    await database.db.message.update({ where: { id: held.id }, data: { frozenAt: now, frozenSequence: 1 } })
    await move(22)
    await database.db.message.update({ where: { id: held.id }, data: { claimToken: null, claimedUntil: null } })
    await send()
    expect((await heard()).map(({ is }) => is)).toEqual([22, 22])
  })
})
