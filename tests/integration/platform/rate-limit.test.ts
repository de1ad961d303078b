import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { createPrismaClient, type PrismaClient } from '@/lib/db/client'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
afterEach(() => vi.useRealTimers())

const limit = (name: string, points = 5) => createRateLimit({ name, points, seconds: 900 })
const inParallel = <T>(count: number, ask: () => Promise<T>) => Promise.all(Array.from({ length: count }, ask))
const countAllowed = (answers: boolean[]) => answers.filter(Boolean).length

function advanceClock(minutes: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })
}

test('lets exactly as many through as there are points, also when fifty ask at once', async () => {
  for (let round = 0; round < 5; round += 1) {
    expect(countAllowed(await inParallel(50, () => limit(`at-once-${round}`).consume('a')))).toBe(5)
  }
})

test('without counting in the database itself, more than that get through: the check above can fail', async () => {
  const readThenWrite = async () => {
    const row = await database.db.rateLimit.findUnique({ where: { key: 'control' } })
    const points = (row?.points ?? 0) + 1
    if (points > 5) return false
    await database.db.rateLimit.upsert({
      where: { key: 'control' },
      create: { key: 'control', points },
      update: { points },
    })
    return true
  }
  expect(countAllowed(await inParallel(50, readThenWrite))).toBeGreaterThan(5)
})

test('counts each key and each limit apart', async () => {
  expect(await limit('one', 1).consume('a')).toBe(true)
  expect(await limit('one', 1).consume('a')).toBe(false)
  expect(await limit('one', 1).consume('b')).toBe(true)
  expect(await limit('two', 1).consume('a')).toBe(true)
})

test('says when it is full and for how long, and lets through again after the window', async () => {
  const tries = limit('window', 2)
  await tries.consume('a')
  expect(await tries.retryAfterSeconds('a')).toBe(0)
  expect(await tries.retryAfterSeconds('a')).toBe(0)

  advanceClock(5)
  await tries.consume('a')
  expect(await tries.retryAfterSeconds('a')).toBeGreaterThan(0)
  expect(await tries.retryAfterSeconds('a')).toBeGreaterThan(590)
  expect(await tries.retryAfterSeconds('a')).toBeLessThanOrEqual(600)

  advanceClock(9.5)
  expect(await tries.consume('a')).toBe(false)
  advanceClock(0.6)
  expect(await tries.retryAfterSeconds('a')).toBe(0)
  expect(await tries.consume('a')).toBe(true)
})

test('a point can be given back, and a count can start afresh', async () => {
  const tries = limit('back', 2)
  await inParallel(2, () => tries.consume('a'))
  await tries.refund('a')
  expect(await tries.consume('a')).toBe(true)
  expect(await tries.consume('a')).toBe(false)
  await tries.reset('a')
  expect(countAllowed(await inParallel(3, () => tries.consume('a')))).toBe(2)
})

test('stores no address: only a mark of it', async () => {
  await limit('secret').consume('naam@example.nl')
  const rows = await database.db.rateLimit.findMany()
  expect(rows.some(({ key }) => key.startsWith('secret:'))).toBe(true)
  expect(JSON.stringify(rows)).not.toContain('example.nl')
})

test('a new count takes the ones that are over along', async () => {
  await limit('old').consume('a')
  await database.db.rateLimit.updateMany({ where: { key: { startsWith: 'old:' } }, data: { expire: new Date(0) } })
  await limit('new').consume('a')
  const keys = (await database.db.rateLimit.findMany()).map(({ key }) => key.split(':')[0])
  expect(keys).toContain('new')
  expect(keys).not.toContain('old')
})

test('when the database is away the error is thrown on: nobody is let through and nobody is told to wait', async () => {
  const kept = globalThis as typeof globalThis & { aanschuifDb?: PrismaClient }
  const away = createPrismaClient('postgresql://postgres@127.0.0.1:1/none')
  kept.aanschuifDb = away
  const tries = limit('away')
  kept.aanschuifDb = database.db
  await expect(tries.consume('a')).rejects.toThrow()
  await expect(tries.retryAfterSeconds('a')).rejects.toThrow()
  await away.$disconnect()
})
