import { once } from 'node:events'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test, vi } from 'vitest'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import type { MailTransport } from '@/lib/platform/mail/transport'
import { startWorker } from '@/lib/worker/start'
import { createTestDatabase } from '@/tests/support/database/test-database'
import {
  addSeconds,
  claimOne,
  deliveryTools,
  enqueueConfirmations,
  october,
  onlyMessage,
  silentLogger,
  transportTo,
} from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

const { db, url } = await createTestDatabase()
let smtp: SmtpServer
let worker: ReturnType<typeof startWorker> | undefined
const now = () => october

beforeEach(async () => {
  smtp = await startSmtpServer()
})
afterEach(async () => {
  await worker?.stop()
  worker = undefined
  await smtp.close()
  await db.message.deleteMany()
})

const sent = () => db.message.count({ where: { sentAt: { not: null } } })

test('a confirmation arrives well within five seconds of being queued', async () => {
  worker = startWorker({ transport: transportTo(smtp.url), logger: silentLogger, now })
  await enqueueConfirmations(db, 1)
  const queuedAt = performance.now()
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 5_000, interval: 10 })
  expect(performance.now() - queuedAt).toBeLessThan(5_000)
})

test('keeps three under way and no more', async () => {
  let busy = 0
  let most = 0
  const gate = new AbortController()
  const slow: MailTransport = {
    domain: 'example.nl',
    close: () => undefined,
    async send() {
      busy += 1
      most = Math.max(most, busy)
      if (!gate.signal.aborted) await once(gate.signal, 'abort')
      busy -= 1
      return null
    },
  }
  worker = startWorker({ transport: slow, logger: silentLogger, now })
  await enqueueConfirmations(db, 12)
  await vi.waitFor(() => expect(busy).toBe(3), { timeout: 10_000 })
  gate.abort()
  await vi.waitFor(async () => expect(await sent()).toBe(12), { timeout: 15_000 })
  expect(most).toBe(3)
})

test('stopping finishes what is under way and takes nothing new', async () => {
  smtp.delayMs = 300
  worker = startWorker({ transport: transportTo(smtp.url), logger: silentLogger, now })
  await enqueueConfirmations(db, 12)
  await vi.waitFor(() => expect(smtp.received.length).toBeGreaterThan(0), { timeout: 10_000, interval: 5 })
  await worker.stop()
  const atStop = await sent()
  expect(atStop).toBe(smtp.received.length)
  expect(atStop).toBeLessThan(12)
  expect(await db.message.count({ where: { claimToken: { not: null } } })).toBe(0)
})

test('survives a database that goes away: says so once, and goes on when it is back', async () => {
  const lines: string[] = []
  const said: string[] = []
  const keep = ({ task }: { task?: string }, line: string) => {
    lines.push(line)
    if (line.startsWith('task waits')) said.push(`${task} ${line}`)
  }
  const logger = { info: keep, warn: keep, error: keep } as unknown as typeof silentLogger
  worker = startWorker({ transport: transportTo(smtp.url), logger, now, pollMs: 20 })
  await setConnections(false)
  await vi.waitFor(() => expect(said).toContain('deliver-mail task waits: database unreachable'), { timeout: 10_000 })
  await setConnections(true)
  await vi.waitFor(() => expect(lines).toContain('task resumed'), { timeout: 15_000 })
  await enqueueConfirmations(db, 1)
  await vi.waitFor(() => expect(smtp.received).toHaveLength(1), { timeout: 10_000 })
  // Each task says so once: the scheduler may have asked the database as well.
  expect(new Set(said).size).toBe(said.length)
})

test('a mail that went out while the database was away is written down when it is back, and goes out once', async () => {
  let sends = 0
  const transport: MailTransport = {
    domain: 'example.nl',
    close: () => undefined,
    async send() {
      await setConnections(false)
      sends += 1
      return null
    },
  }
  worker = startWorker({ transport, logger: silentLogger, now, pollMs: 20 })
  await enqueueConfirmations(db, 1)
  await vi.waitFor(() => expect(sends).toBe(1), { timeout: 10_000 })
  await setConnections(true)
  await vi.waitFor(async () => expect(await sent()).toBe(1), { timeout: 15_000 })
  expect(sends).toBe(1)
})

test('holds on to a mail that takes long, and gives up sending when another has taken it over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const stuck: MailTransport = {
    domain: 'example.nl',
    close: () => undefined,
    send: (_mail, signal) => new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
  }
  let at = october
  const tools = { ...deliveryTools(stuck, at), now: () => at }
  await enqueueConfirmations(db, 1)
  const [job] = await claimDeliveryJobs(3, tools)
  const done = job?.()
  await vi.waitFor(async () => expect(await onlyMessage()).toMatchObject({ content: { renderedAt: october } }))

  at = addSeconds(october, 20)
  await vi.advanceTimersByTimeAsync(20_000)
  await vi.waitFor(async () => expect((await onlyMessage()).claimedUntil).toEqual(addSeconds(october, 80)))

  const other = await claimOne(addSeconds(october, 80))
  const before = await onlyMessage()
  await vi.advanceTimersByTimeAsync(20_000)
  await done
  expect(await onlyMessage()).toEqual(before)
  expect(other).toMatchObject({ maybeDuplicate: true })
  vi.useRealTimers()
})

test('its log names nobody', async () => {
  const lines: unknown[] = []
  const keep = (...line: unknown[]) => void lines.push(line)
  const logger = { info: keep, warn: keep, error: keep } as unknown as typeof silentLogger
  smtp.behaviour = 'refuse-recipient'
  worker = startWorker({ transport: transportTo(smtp.url), logger, now })
  await enqueueConfirmations(db, 2)
  await vi.waitFor(async () => expect(await db.message.count({ where: { failedAt: { not: null } } })).toBe(2), {
    timeout: 10_000,
  })
  expect(lines.length).toBeGreaterThan(0)
  expect(JSON.stringify(lines)).not.toMatch(/voorbeeld|@example/i)
})

async function setConnections(allowed: boolean) {
  const name = new URL(url).pathname.slice(1)
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
  if (!allowed) await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await client.end()
}
