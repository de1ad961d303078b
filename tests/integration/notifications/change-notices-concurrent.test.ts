import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startWorker } from '@/lib/worker/start'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { readChangeNotices, rescheduleTo } from '@/tests/support/november-session'
import { deliverAllDue, enqueueConfirmations, october, silentLogger, transportTo } from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
let smtp: SmtpServer
beforeAll(async () => {
  smtp = await startSmtpServer()
})
afterAll(async () => {
  await smtp.close()
})

test('each change notice starts from the times of the previous one while workers send concurrently', async () => {
  const people = 12
  const { session } = await enqueueConfirmations(db, people)
  const transport = transportTo(smtp.url)
  await deliverAllDue(transport, october)
  smtp.received.length = 0

  const worker = startWorker({ transport, logger: silentLogger, now: () => october, pollMs: 5 })
  for (const day of [15, 8, 22, 15, 29, 8, 22, 15, 8, 29]) {
    expect(await rescheduleTo(day, { sessionId: session.id, now: october, people })).toMatchObject({ ok: true })
    const next = smtp.received.length + 3
    await vi.waitFor(() => expect(smtp.received.length).toBeGreaterThanOrEqual(next), { timeout: 20_000, interval: 5 })
  }
  const unsent = { sentAt: null, failedAt: null, cancelledAt: null }
  await vi.waitFor(async () => expect(await db.message.count({ where: unsent })).toBe(0), { timeout: 20_000 })
  await worker.stop()

  expect(await db.message.count({ where: { cancelReason: 'superseded' } })).toBeGreaterThan(0)
  const mails = await readChangeNotices(smtp)
  const addresses = new Set(mails.map(({ to }) => to))
  expect(addresses.size).toBe(people)
  for (const address of addresses) {
    const steps = mails.filter(({ to }) => to === address).map(({ was, is }) => [was, is])
    expect(steps.map(([was]) => was)).toEqual([8, ...steps.map(([, is]) => is)].slice(0, -1))
    expect(steps.filter(([was, is]) => was === is)).toEqual([])
    expect(steps.at(-1)?.[1]).toBe(29)
  }
})
