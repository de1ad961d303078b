import { expect, vi } from 'vitest'
import type { PrismaClient, Transaction } from '@/lib/db/client'

/** Waits until `count` connections of this database wait for a lock. */
export async function waitForBlockedConnections(db: PrismaClient, count = 1): Promise<void> {
  await vi.waitFor(async () => {
    const [{ waiting } = { waiting: 0 }] = await db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`
    expect(waiting).toBe(count)
  }, 5_000)
}

/** Starts a transaction, runs `write` in it, and commits when the returned function is called. */
export async function holdTransactionOpen(
  db: PrismaClient,
  write: (tx: Transaction) => Promise<unknown>,
): Promise<() => Promise<void>> {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let transaction: Promise<void> = finished
  await new Promise<void>((wrote) => {
    transaction = db.$transaction(async (tx) => {
      await write(tx)
      wrote()
      await finished
    })
  })
  return async () => {
    finish()
    await transaction
  }
}
