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

describe('change notices while no mail is sent', () => {
  test('are cancelled when the session moves back to its old date', async () => {
    await reschedule(15)
    expect(await unsentNotices()).toHaveLength(2)
    expect(await reschedule(8)).toMatchObject({ ok: true })
    expect(await unsentNotices()).toEqual(empty)
    expect(await cancelReasons()).toEqual(['superseded', 'superseded'])
    expect(await send()).toBe(0)
  })

  test('merge two reschedules and state the date that participants last knew', async () => {
    await reschedule(15)
    await reschedule(22)
    await send()
    expect(await changeNotices()).toMatchObject([
      { to: first, was: 8, is: 22, sequence: 2 },
      { to: second, was: 8, is: 22, sequence: 2 },
    ])
  })

  test('state the first date after three reschedules', async () => {
    for (const day of [15, 8, 22]) await reschedule(day)
    await send()
    expect(await changeNotices()).toMatchObject([
      { was: 8, is: 22, sequence: 3 },
      { was: 8, is: 22, sequence: 3 },
    ])
  })

  test('treat a rendered mail that the paused outbox returned as not sent', async () => {
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

  test('are updated by an unannounced reschedule, but not sent to further participants', async () => {
    await reschedule(15)
    const [{ id } = { id: '' }] = await unsentNotices(one)
    await cancelMessage({ sessionId, id }, actor)
    await reschedule(22, null)
    await send()
    expect(await changeNotices()).toMatchObject([{ to: second, was: 8, is: 22 }])
    await reschedule(8, null)
    expect(await send()).toBe(0)
  })

  test('stay enqueued when a reschedule is refused because the number of recipients changed', async () => {
    await reschedule(15)
    expect(await reschedule(22, 3)).toEqual({ ok: false, reason: 'recipients-changed' })
    expect(await unsentNotices()).toHaveLength(2)
    expect(await cancelReasons()).toEqual(empty)
  })
})

describe('an unannounced reschedule', () => {
  test('leaves the original date as what the next change notice compares with', async () => {
    await reschedule(15, null)
    expect(await send()).toBe(0)
    await reschedule(22)
    await send()
    expect(await changeNotices()).toMatchObject([
      { to: first, was: 8, is: 22 },
      { to: second, was: 8, is: 22 },
    ])
  })

  test('sends no notice when it is undone', async () => {
    await reschedule(15, null)
    expect(await reschedule(8)).toMatchObject({ ok: true })
    expect(await send()).toBe(0)
    expect(await changeNotices()).toEqual(empty)
  })
})

describe('change notices while mail is being sent', () => {
  test('tell of an undone reschedule only the participants who were told of it', async () => {
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

  test.each(['stopped', 'failed'])('treat a %s mail as not sent', async (how) => {
    await reschedule(15)
    if (how === 'failed') smtp.behaviour = 'refuse-recipient'
    else for (const { id } of await unsentNotices()) await cancelMessage({ sessionId, id }, actor)
    await send()
    smtp.behaviour = 'accept'
    await reschedule(22)
    await send()
    expect((await changeNotices()).map(({ was, is }) => [was, is])).toEqual(Array(2).fill([8, 22]))
  })

  test('treat a reminder that stated the new date as a notice of it', async () => {
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

  describe('a change notice that may have been delivered', () => {
    beforeEach(async () => {
      await reschedule(15)
      smtp.behaviour = 'drop-after-data'
      await send()
      smtp.behaviour = 'accept'
    })
    const steps = async () => (await changeNotices()).filter(({ to }) => to === first).map(({ was, is }) => [was, is])

    test('counts as sent, and is cancelled when a later notice replaces it', async () => {
      await reschedule(22)
      now = addSeconds(october, 60)
      await send()
      expect(await steps()).toEqual([
        [8, 15],
        [15, 22],
      ])
      expect(await cancelReasons()).toEqual(['superseded', 'superseded'])
    })

    test('is sent again when the session is back at the date it states', async () => {
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

  test('treat a mail that a worker is sending as sent, and cancel a claimed mail that is not rendered', async () => {
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

  test('follow an unannounced reschedule when the notice of an earlier one is being sent', async () => {
    await reschedule(15)
    const held = await claimOne(now)
    await createContent(held.id, { renderedSequence: 1 })
    await reschedule(22, null)
    const [news] = await unsentNotices(held.registrationId ?? '').then((all) => all.filter(({ id }) => id !== held.id))
    expect(news?.details).toMatchObject({ sequence: 2, before: { startsAt: '2022-11-15T14:00:00.000Z' } })
  })

  test('do not send a returned mail after the notice that replaced it', async () => {
    await reschedule(15)
    const held = await claimOne(now)
    await createContent(held.id, { renderedSequence: 1 })
    await reschedule(22)
    await db.message.update({ where: { id: held.id }, data: { claimToken: null, claimedUntil: null } })
    await send()
    expect((await changeNotices()).map(({ is }) => is)).toEqual([22, 22])
  })
})
