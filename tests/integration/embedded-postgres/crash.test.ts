import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { migrate } from '@/lib/db/migrate'
import { registerParticipant } from '@/lib/registrations/register'
import {
  createTemporaryDataDir,
  queryValues,
  startInProcess,
  startSiteProcess,
} from '@/tests/support/database/embedded-cluster'
import { killServer, serverPid } from '@/tests/support/database/server-process'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { isFullFaultRun } from '@/tests/support/run/full-run'

const seed = Number(process.env.KILL_SEED) || Date.now() % 1_000_000
const random = seededRandom(seed)
const rounds = isFullFaultRun ? 20 : 8
const now = new Date('2022-09-20T09:00:00Z')

test(`a server killed at ${rounds} random moments loses no acknowledged registration (KILL_SEED=${seed})`, async () => {
  const dataDir = await createTemporaryDataDir()
  const { url } = await startInProcess(dataDir)
  await migrate(url, { now })
  process.env.DATABASE_URL = url
  onTestFinished(() => db().$disconnect())
  const session = await createTestSession(db())
  const acknowledged: string[] = []
  let refused = 0

  for (let round = 0; round < rounds; round++) {
    // Sometimes a second site is killed too: which process started the server must not matter.
    const otherSite = round % 7 === 3 ? await startSiteProcess(dataDir) : null
    const before = acknowledged.length
    const visitors = Array.from({ length: 4 }, async () => {
      try {
        for (;;) {
          const email = `${randomUUID()}@example.nl`
          await registerParticipant(registrationInputFor(session, { email }), { now })
          acknowledged.push(email)
        }
      } catch {
        refused++
      }
    })
    await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(before), { timeout: 10_000, interval: 2 })
    await pause(random() * 200)
    const pid = serverPid(dataDir)
    killServer(dataDir, random() < 0.5 ? 'alone' : 'with its children')
    await otherSite?.kill()
    await Promise.all(visitors)
    await vi.waitFor(() => queryValues(url, 'SELECT 1'), { timeout: 30_000, interval: 20 })
    expect(serverPid(dataDir)).not.toBe(pid)

    const stored = new Set(await queryValues(url, 'SELECT email FROM "Registration"'))
    expect(acknowledged.filter((email) => !stored.has(email))).toEqual([])
  }
  expect(refused).toBe(rounds * 4)
  expect(await countIncompleteRegistrations()).toBe(0)
}, 240_000)

/** Counts registrations without exactly three answers and one mail in the outbox. */
async function countIncompleteRegistrations(): Promise<number> {
  const all = await db().registration.findMany({ select: { _count: { select: { answers: true, messages: true } } } })
  return all.filter(({ _count }) => _count.answers !== 3 || _count.messages !== 1).length
}

/** Returns a mulberry32 generator. Equal seeds give equal moments. */
function seededRandom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
