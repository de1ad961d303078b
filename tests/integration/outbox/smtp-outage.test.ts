import { afterEach, expect, test } from 'vitest'
import { dismissFailure } from '@/lib/outbox/cancel'
import { getMailPause, listFailedMail } from '@/lib/outbox/delivery-health'
import { countMessagesByState } from '@/lib/outbox/message-queries'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, deliverAllDue, enqueueConfirmations, october, transportTo } from '@/tests/support/outbox'
import { startSmtpServer } from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
afterEach(async () => {
  await db.message.deleteMany()
  await db.mailPause.deleteMany()
})

/** Lets the clock run in steps of two minutes, as a worker would find it. Gives where it ended. */
async function advanceClock(transport: ReturnType<typeof transportTo>, from: Date, seconds: number): Promise<Date> {
  const end = addSeconds(from, seconds)
  for (let at = from; at <= end; at = addSeconds(at, 120)) await deliverAllDue(transport, at)
  return end
}

/** Lets the clock run second by second, a worker's pace, until the queue is paused or is not. Gives how many it took. */
async function secondsUntil(isPaused: boolean, transport: ReturnType<typeof transportTo>, from: Date): Promise<number> {
  for (let seconds = 0; seconds < 600; seconds += 1) {
    await deliverAllDue(transport, addSeconds(from, seconds))
    if (((await getMailPause()) !== null) === isPaused) return seconds
  }
  return Number.POSITIVE_INFINITY
}

const deliveryTotals = async () => ({
  sent: await db.message.count({ where: { sentAt: { not: null } } }),
  failed: await db.message.count({ where: { failedAt: { not: null } } }),
  attempts: (await db.message.aggregate({ _sum: { attempts: true } }))._sum.attempts,
})

test('after four hours without an SMTP server all mail is delivered within half a minute of its return', async () => {
  const gone = await startSmtpServer()
  await gone.close()
  const transport = transportTo(gone.url)
  await enqueueConfirmations(db, 20)

  const end = await advanceClock(transport, october, 4 * 3600)
  expect(await deliveryTotals()).toEqual({ sent: 0, failed: 0, attempts: 0 })
  expect(await getMailPause()).toEqual({ since: october, reason: 'server-unreachable' })

  const back = await startSmtpServer({ port: gone.port })
  await advanceClock(transport, addSeconds(end, 30), 0)
  expect(await deliveryTotals()).toEqual({ sent: 20, failed: 0, attempts: 20 })
  expect(await getMailPause()).toBeNull()
  expect(new Set(back.received.map(({ messageId }) => messageId)).size).toBe(20)
  expect(back.received).toHaveLength(20)
  transport.close()
  await back.close()
}, 120_000)

test('a wrong SMTP password fails no message and shows as a pause; after correction all mail is delivered', async () => {
  const smtp = await startSmtpServer()
  const wrong = transportTo(smtp.url.replace('secret', 'mistaken'))
  await enqueueConfirmations(db, 8)

  const end = await advanceClock(wrong, october, 600)
  expect(await deliveryTotals()).toEqual({ sent: 0, failed: 0, attempts: 0 })
  expect(await getMailPause()).toEqual({ since: october, reason: 'login-refused' })
  wrong.close()

  const right = transportTo(smtp.url)
  await advanceClock(right, addSeconds(end, 30), 0)
  expect(await deliveryTotals()).toEqual({ sent: 8, failed: 0, attempts: 8 })
  expect(await getMailPause()).toBeNull()
  right.close()
  await smtp.close()
})

test.each(['server-unreachable', 'login-refused'])(
  'the pause (%s) starts within one minute of the first mail and ends within one minute of the repair',
  async (reason) => {
    const smtp = await startSmtpServer()
    const wrong = transportTo(reason === 'login-refused' ? smtp.url.replace('secret', 'mistaken') : smtp.url)
    if (reason === 'server-unreachable') await smtp.close()
    await enqueueConfirmations(db, 2)
    expect(await secondsUntil(true, wrong, october)).toBeLessThanOrEqual(60)
    expect(await getMailPause()).toMatchObject({ reason })
    await advanceClock(wrong, october, 1800)
    wrong.close()

    const back = reason === 'server-unreachable' ? await startSmtpServer({ port: smtp.port }) : smtp
    const right = transportTo(back.url)
    expect(await secondsUntil(false, right, addSeconds(october, 1801))).toBeLessThanOrEqual(60)
    await deliverAllDue(right, addSeconds(october, 1861))
    expect(await deliveryTotals()).toEqual({ sent: 2, failed: 0, attempts: 2 })
    right.close()
    await back.close()
  },
)

test('many irrelevant messages do not delay the other messages after a pause', async () => {
  const gone = await startSmtpServer()
  await gone.close()
  const transport = transportTo(gone.url)
  const { session } = await enqueueConfirmations(db, 30)
  await deliverAllDue(transport, october)
  await db.session.update({ where: { id: session.id }, data: { cancelledAt: october } })
  await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 60) })
  const back = await startSmtpServer({ port: gone.port })
  const mended = addSeconds(october, 90)
  expect(await deliverAllDue(transport, mended)).toBe(31)
  expect(back.received).toHaveLength(1)
  expect(await getMailPause()).toBeNull()
  transport.close()
  await back.close()
})

test('mail that expired during an outage is listed as failed until an organiser dismisses it', async () => {
  const gone = await startSmtpServer()
  await gone.close()
  const transport = transportTo(gone.url)
  const { session } = await enqueueConfirmations(db, 3)
  await db.message.updateMany({ data: { expiresAt: addSeconds(october, 3600) } })
  await deliverAllDue(transport, october)
  await deliverAllDue(transport, addSeconds(october, 3700))
  transport.close()
  const after = addSeconds(october, 3800)
  expect(await listFailedMail(after)).toMatchObject([{ sessionId: session.id, count: 3 }])
  expect(await countMessagesByState({ sessionId: session.id })).toMatchObject({ failed: 3, cancelled: 0 })
  const [{ id } = { id: '' }] = await db.message.findMany()
  const settled = await dismissFailure({ sessionId: session.id, id }, { now: after, organiserId: 'organisator' })
  expect([settled.ok, await listFailedMail(after)]).toMatchObject([true, [{ count: 2 }]])
})
