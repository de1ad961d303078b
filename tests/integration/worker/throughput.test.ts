import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { registerParticipant } from '@/lib/registrations/register'
import { releaseSession } from '@/lib/sessions/release'
import { startWorker } from '@/lib/worker/start'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { enqueueConfirmations, october, silentLogger, transportTo } from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

const isFullRun = process.env.FAULTS === 'whole'
const people = isFullRun ? 500 : 30

const { db } = await createTestDatabase()
let smtp: SmtpServer
beforeAll(async () => {
  smtp = await startSmtpServer({ delayMs: 200 })
})
afterAll(async () => {
  await smtp.close()
})

test(`${people} mails to a server that takes 200 ms each: soon the first, in time the last, and sign-ups keep their pace`, async () => {
  const { session } = await enqueueConfirmations(db, people)
  await db.message.deleteMany()
  const other = await createTestSession(db)
  const timeSignUp = async (number: number) => {
    const from = performance.now()
    await registerParticipant(registrationInputFor(other, { email: `tempo${number}@example.nl` }), { now: october })
    return performance.now() - from
  }
  // The first ones open connections and compile: only then is it calm.
  for (let number = 0; number < 20; number += 1) await timeSignUp(number)
  const calm = []
  for (let number = 20; number < 60; number += 1) calm.push(await timeSignUp(number))

  const worker = startWorker({ transport: transportTo(smtp.url), logger: silentLogger, now: () => october })
  const from = performance.now()
  await releaseSession(
    { sessionId: session.id, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: people },
    { now: october, organiserId: 'organisator' },
  )
  const toRelease = () => smtp.received.filter(({ to }) => to.startsWith('voorbeeld-')).length
  await vi.waitFor(() => expect(toRelease()).toBeGreaterThan(0), { timeout: 60_000, interval: 20 })
  const busy = []
  for (let number = 100; number < 140; number += 1) busy.push(await timeSignUp(number))
  expect(toRelease()).toBeLessThan(people)
  await vi.waitFor(() => expect(toRelease()).toBe(people), { timeout: 300_000, interval: 100 })
  const tookSeconds = (performance.now() - from) / 1000
  await worker.stop()

  expect(tookSeconds).toBeLessThan(300)
  // Whoever waits for a mail on its way takes 200 ms at least; a test beside this one can hold up a few of any.
  expect(median(busy)).toBeLessThan(100)
  process.stdout.write(
    `${people} mails in ${tookSeconds.toFixed(1)} s; a sign-up ${median(calm).toFixed(0)} ms calm, ${median(busy).toFixed(0)} ms busy\n`,
  )
}, 400_000)

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
