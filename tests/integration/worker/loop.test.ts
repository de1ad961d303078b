import { expect, test, vi } from 'vitest'
import { runTask } from '@/lib/worker/loop'
import { createTestDatabase } from '@/tests/support/database/test-database'
import type { silentLogger } from '@/tests/support/outbox'

await createTestDatabase()

test('a task that fails while the database answers says so once, does not blame the database, and goes on', async () => {
  const lines: unknown[] = []
  const keep = (facts: unknown, line: string) => void lines.push([facts, line])
  const stopping = new AbortController()
  let tries = 0
  const claim = async () => {
    tries += 1
    if (tries < 4) throw new TypeError('Voorbeeld')
    return []
  }
  const logger = { info: keep, warn: keep, error: keep } as unknown as typeof silentLogger
  const running = runTask(
    { name: 'schedule-mail', slots: 1, claim },
    { pollMs: 1, stopSignal: stopping.signal, logger },
  )
  await vi.waitFor(() => expect(tries).toBeGreaterThan(4), { timeout: 20_000 })
  stopping.abort()
  await running
  expect(lines).toEqual([
    [{ task: 'schedule-mail', error: 'TypeError' }, 'task waits: claiming failed'],
    [{ task: 'schedule-mail' }, 'task resumed'],
  ])
})
