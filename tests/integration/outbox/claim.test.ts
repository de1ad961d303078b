import { afterEach, describe, expect, test } from 'vitest'
import { urgentKinds } from '@/lib/notifications/kinds/registry'
import { type ClaimedMessage, claimMessages, renewLease } from '@/lib/outbox/claim'
import { getMailPause, getOldestUnsentAt } from '@/lib/outbox/delivery-health'
import { markFailed, markRetry, markSent, pauseOutbox } from '@/lib/outbox/delivery-result'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, claimOne, createContent, enqueueConfirmations, october, onlyMessage } from '@/tests/support/outbox'

const { db } = await createTestDatabase()
afterEach(async () => {
  await db.message.deleteMany()
  await db.mailPause.deleteMany()
  await db.mailPace.deleteMany()
})

describe('claiming', () => {
  test('gives twenty concurrent claims different messages', async () => {
    await enqueueConfirmations(db, 60)
    const claims = await Promise.all(Array.from({ length: 20 }, () => claimMessages(3, october)))
    const ids = claims.flat().map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('skips a message that another transaction has locked, without waiting for it', async () => {
    await enqueueConfirmations(db, 3)
    const locked = await onlyMessage()
    const claimed = await db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Message" WHERE "id" = ${locked.id}::uuid FOR UPDATE`
      return await claimMessages(3, october)
    })
    expect(claimed).toHaveLength(2)
    expect(claimed.map(({ id }) => id)).not.toContain(locked.id)
  })

  test('claims the oldest due messages first and none before it is due', async () => {
    await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 10) })
    await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 5) })
    await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 60) })
    const claimed = await claimMessages(3, addSeconds(october, 30))
    expect(claimed.map(({ dueAt }) => dueAt)).toEqual([addSeconds(october, 5), addSeconds(october, 10)])
  })

  test('claims urgent kinds before older mail, most urgent first', async () => {
    for (const [index, kind] of (['followUp', 'reminderHour', 'confirmation'] as const).entries()) {
      const { registrationIds } = await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, index) })
      await db.message.updateMany({ where: { registrationId: { in: registrationIds } }, data: { kind } })
    }
    const claimed: string[] = []
    for (let count = 0; count < 3; count += 1) {
      claimed.push(...(await claimMessages(1, addSeconds(october, 10), { urgentKinds })).map(({ kind }) => kind))
    }
    expect(claimed).toEqual(['confirmation', 'reminderHour', 'followUp'])
  })

  test('claims no more than the allowed number a minute, at an even pace, over all workers', async () => {
    await enqueueConfirmations(db, 60)
    const perSecond: number[] = []
    for (let second = 0; second < 60; second += 1) {
      const at = addSeconds(october, second)
      const claims = await Promise.all([1, 2].map(() => claimMessages(3, at, { perMinute: 30 })))
      perSecond.push(claims.flat().length)
    }
    expect(perSecond.reduce((sum, count) => sum + count)).toBe(30)
    expect(Math.max(...perSecond)).toBe(1)
  })

  test('leases a message for one minute, extends it on renewal, and lets another worker claim it after that', async () => {
    await enqueueConfirmations(db, 1)
    const message = await claimOne(october)
    expect(await claimMessages(3, addSeconds(october, 59))).toEqual([])
    expect(await renewLease(message, addSeconds(october, 40))).toBe(true)
    expect(await claimMessages(3, addSeconds(october, 99))).toEqual([])
    const [overtaken] = await claimMessages(3, addSeconds(october, 100))
    expect(overtaken).toMatchObject({ id: message.id, attempts: 1, maybeDuplicate: false })
    expect(await renewLease(message, addSeconds(october, 101))).toBe(false)
  })

  test('marks a rendered message as possibly sent twice when its lease expires', async () => {
    await enqueueConfirmations(db, 1)
    const { id } = await claimOne(october)
    await createContent(id)
    expect(await claimOne(addSeconds(october, 60))).toMatchObject({ maybeDuplicate: true, attempts: 1 })
  })

  test.each([
    ['sent', (message: ClaimedMessage) => markSent(message, null, october)],
    ['failed', (message: ClaimedMessage) => markFailed(message, { now: october, lastError: 'x' })],
    ['to be tried again', (message: ClaimedMessage) => markRetry(message, { now: october, lastError: 'x' })],
  ])('refuses to mark a message %s for a worker that lost its lease', async (_outcome, mark) => {
    await enqueueConfirmations(db, 1)
    const overtaken = await claimOne(october)
    const holder = await claimOne(addSeconds(october, 60))
    const before = await onlyMessage()
    expect(await mark(overtaken)).toBe(false)
    expect(await onlyMessage()).toEqual(before)
    expect(await mark(holder)).toBe(true)
  })
})

describe('a pause', () => {
  test('lets no message be claimed, then one probe, and ends when the probe is sent', async () => {
    await enqueueConfirmations(db, 5)
    await pauseOutbox(await claimOne(october), {
      reason: 'server-unreachable',
      aboutRecipient: false,
      lastError: '',
      now: october,
    })
    expect(await getMailPause()).toEqual({ since: october, reason: 'server-unreachable' })
    expect(await claimMessages(3, addSeconds(october, 29))).toEqual([])

    const claims = await Promise.all(Array.from({ length: 8 }, () => claimMessages(3, addSeconds(october, 30))))
    const probes = claims.flat()
    expect(probes).toHaveLength(1)
    const [probe] = probes
    if (!probe) throw new Error('no probe')
    expect(await claimMessages(3, addSeconds(october, 31))).toEqual([])

    await markSent(probe, null, addSeconds(october, 32))
    expect(await getMailPause()).toBeNull()
    expect(await claimMessages(3, addSeconds(october, 32))).toHaveLength(3)
  })

  test('continues with its first start time when the probe fails too', async () => {
    await enqueueConfirmations(db, 2)
    await pauseOutbox(await claimOne(october), {
      reason: 'server-unreachable',
      aboutRecipient: false,
      lastError: '',
      now: october,
    })
    await pauseOutbox(await claimOne(addSeconds(october, 30)), {
      reason: 'login-refused',
      aboutRecipient: false,
      lastError: '',
      now: addSeconds(october, 31),
    })
    expect(await getMailPause()).toEqual({ since: october, reason: 'login-refused' })
    expect(await claimMessages(3, addSeconds(october, 60))).toEqual([])
    expect(await claimMessages(3, addSeconds(october, 61))).toHaveLength(1)
  })

  test('lets a new message be claimed at once when it elapsed without a probe', async () => {
    await db.mailPause.create({ data: { since: october, until: october, reason: 'login-refused' } })
    expect(await claimMessages(3, addSeconds(october, 1))).toEqual([])
    await enqueueConfirmations(db, 1)
    expect(await claimMessages(3, addSeconds(october, 1))).toHaveLength(1)
  })
})

describe('the outbox', () => {
  test('stores one message when the same mail is enqueued ten times concurrently', async () => {
    const { session, registrationIds } = await enqueueConfirmations(db, 1)
    const again = {
      kind: 'alreadyRegistered' as const,
      dedupeKey: 'already-registered:x',
      sessionId: session.id,
      registrationId: registrationIds[0] ?? null,
      dueAt: october,
      now: october,
    }
    const news = await Promise.all(Array.from({ length: 10 }, () => db.$transaction((tx) => enqueueMessage(tx, again))))
    expect(news.filter(Boolean)).toHaveLength(1)
    expect(await db.message.count()).toBe(2)
  })

  test('returns when the oldest unsent mail became due or was first attempted', async () => {
    expect(await getOldestUnsentAt()).toBeNull()
    await enqueueConfirmations(db, 1)
    await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 5) })
    expect(await getOldestUnsentAt()).toEqual(october)
    await markRetry(await claimOne(addSeconds(october, 1)), { now: addSeconds(october, 2), lastError: 'x' })
    expect(await getOldestUnsentAt()).toEqual(addSeconds(october, 2))
    await db.message.updateMany({ data: { sentAt: october } })
    expect(await getOldestUnsentAt()).toBeNull()
  })
})
