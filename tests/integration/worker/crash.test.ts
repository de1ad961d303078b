import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { enqueueConfirmations, listMails, october } from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

// The whole proof takes minutes: `npm run test:faults`. The short form runs with all other tests.
const isFullRun = process.env.FAULTS === 'whole'
const messages = isFullRun ? 2_000 : 80
const kills = isFullRun ? 40 : 2
const inFlightPerWorker = 3
const speed = 10

const { db, url } = await createTestDatabase()
let smtp: SmtpServer
const workers = new Set<ChildProcess>()

beforeAll(async () => {
  smtp = await startSmtpServer({ delayMs: 60 })
})
afterEach(async () => {
  await Promise.all([...workers].map(kill))
  await db.message.deleteMany()
  smtp.received.length = 0
})
afterAll(async () => {
  await smtp.close()
})

test(`${messages} mails, two workers, ${kills} of them killed: none lost, and each double is flagged`, async () => {
  await enqueueConfirmations(db, messages)
  const startedAt = Date.now()
  const pair = [startProcess(startedAt), startProcess(startedAt)]
  for (let killed = 0; killed < kills; killed++) {
    const enough = smtp.received.length + 15
    await vi.waitFor(() => expect(smtp.received.length).toBeGreaterThan(enough), { timeout: 60_000, interval: 5 })
    const [first, second] = pair
    if (!first || !second) throw new Error('no pair')
    await kill(first)
    pair.splice(0, 2, second, startProcess(startedAt))
  }
  await allSent()
  const { times, doubles } = deliveries()
  const flagged = await listMails({ maybeDuplicate: true })

  expect(times.size).toBe(messages)
  expect(smtp.received.length - messages).toBeLessThanOrEqual(kills * inFlightPerWorker)
  expect(flagged.map(({ content }) => content?.messageIdHeader)).toEqual(expect.arrayContaining(doubles))
  expect(flagged.length).toBeLessThanOrEqual(kills * inFlightPerWorker)
}, 900_000)

test(`${messages} mails, two workers that nobody kills: each arrives once`, async () => {
  await enqueueConfirmations(db, messages)
  const startedAt = Date.now()
  startProcess(startedAt)
  startProcess(startedAt)
  await allSent()
  const { times, doubles } = deliveries()
  expect(smtp.received).toHaveLength(messages)
  expect(times.size).toBe(messages)
  expect(doubles).toEqual([])
}, 900_000)

const allSent = () =>
  vi.waitFor(async () => expect(await db.message.count({ where: { sentAt: { not: null } } })).toBe(messages), {
    timeout: isFullRun ? 600_000 : 60_000,
    interval: 100,
  })

/** How often each mail came in. */
function deliveries() {
  const times = new Map<string, number>()
  for (const { messageId } of smtp.received) times.set(messageId, (times.get(messageId) ?? 0) + 1)
  return { times, doubles: [...times].filter(([, count]) => count > 1).map(([messageId]) => messageId) }
}

function startProcess(startedAt: number): ChildProcess {
  const script = path.join(import.meta.dirname, 'worker-process.ts')
  const worker = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: url,
      NODE_ENV: 'production',
      SMTP_URL: smtp.url,
      SITE_URL: 'http://localhost:3000',
      MAIL_FROM: 'Aanschuif <aanmelden@example.nl>',
      CLOCK_STARTS_AT: String(october.getTime()),
      CLOCK_STARTED_AT: String(startedAt),
      CLOCK_SPEED: String(speed),
    },
  })
  workers.add(worker)
  return worker
}

async function kill(worker: ChildProcess) {
  workers.delete(worker)
  if (worker.exitCode !== null || worker.signalCode !== null) return
  const ended = once(worker, 'exit')
  worker.kill('SIGKILL')
  await ended
}
