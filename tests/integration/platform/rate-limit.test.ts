import { afterEach, expect, test, vi } from 'vitest'
import { createPrismaClient, type PrismaClient } from '@/lib/db/client'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { createTestDatabase } from '@/tests/support/database/test-database'

const { db } = await createTestDatabase()
afterEach(() => vi.useRealTimers())

const limit = (name: string, points = 5) => createRateLimit({ name, points, seconds: 900 })
const inParallel = <T>(count: number, run: () => Promise<T>) => Promise.all(Array.from({ length: count }, run))
const countAllowed = (answers: boolean[]) => answers.filter(Boolean).length

function advanceClock(minutes: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
}

test('allows exactly as many as there are points, under fifty concurrent requests', async () => {
  for (let round = 0; round < 5; round += 1) {
    expect(countAllowed(await inParallel(50, () => limit(`at-once-${round}`).consume('a')))).toBe(5)
  }
})

test('counts each key and each limit separately', async () => {
  expect(await limit('one', 1).consume('a')).toBe(true)
  expect(await limit('one', 1).consume('a')).toBe(false)
  expect(await limit('one', 1).consume('b')).toBe(true)
  expect(await limit('two', 1).consume('a')).toBe(true)
})

test('reports how long it is exhausted, and allows again after the window', async () => {
  const attempts = limit('window', 2)
  await attempts.consume('a')
  expect(await attempts.retryAfterSeconds('a')).toBe(0)
  expect(await attempts.retryAfterSeconds('a')).toBe(0)

  advanceClock(5)
  await attempts.consume('a')
  expect(await attempts.retryAfterSeconds('a')).toBeGreaterThan(0)
  expect(await attempts.retryAfterSeconds('a')).toBeGreaterThan(590)
  expect(await attempts.retryAfterSeconds('a')).toBeLessThanOrEqual(600)

  advanceClock(9.5)
  expect(await attempts.consume('a')).toBe(false)
  advanceClock(0.6)
  expect(await attempts.retryAfterSeconds('a')).toBe(0)
  expect(await attempts.consume('a')).toBe(true)
})

test('a refund returns one point, and a reset all points', async () => {
  const attempts = limit('back', 2)
  await inParallel(2, () => attempts.consume('a'))
  await attempts.refund('a')
  expect(await attempts.consume('a')).toBe(true)
  expect(await attempts.consume('a')).toBe(false)
  await attempts.reset('a')
  expect(countAllowed(await inParallel(3, () => attempts.consume('a')))).toBe(2)
})

test('stores a digest of the key only', async () => {
  await limit('secret').consume('naam@example.nl')
  const rows = await db.rateLimit.findMany()
  expect(rows.some(({ key }) => key.startsWith('secret:'))).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('example.nl')
})

test('a new count deletes expired counts', async () => {
  await limit('old').consume('a')
  await db.rateLimit.updateMany({ where: { key: { startsWith: 'old:' } }, data: { expire: new Date(0) } })
  await limit('new').consume('a')
  const keys = (await db.rateLimit.findMany()).map(({ key }) => key.split(':')[0])
  expect(keys).toContain('new')
  expect(keys).not.toContain('old')
})

test('throws while the database is unreachable', async () => {
  const globals = globalThis as typeof globalThis & { aanschuifDb?: PrismaClient }
  const unreachable = createPrismaClient('postgresql://postgres@127.0.0.1:1/none')
  globals.aanschuifDb = unreachable
  const attempts = limit('away')
  globals.aanschuifDb = db
  await expect(attempts.consume('a')).rejects.toThrow()
  await expect(attempts.retryAfterSeconds('a')).rejects.toThrow()
  await unreachable.$disconnect()
})
