import type { Transaction } from '@/lib/db/client'

const minuteMs = 60_000
/** Unused slots of this period may be caught up, because a worker looks for work twice a second. */
const catchUpMs = 1000

/**
 * Returns how many mails may be sent at `now`, and when the first of them was due, at an even pace of `perMinute`. An even
 * pace, and not a burst each minute, leaves a slot for an urgent mail within seconds.
 */
export function freeSlots({ nextAt, perMinute, now }: { nextAt: Date; perMinute: number; now: Date }) {
  const intervalMs = minuteMs / perMinute
  const firstAtMs = Math.max(nextAt.getTime(), now.getTime() - Math.max(intervalMs, catchUpMs))
  return { count: Math.max(0, Math.floor((now.getTime() - firstAtMs) / intervalMs) + 1), firstAtMs, intervalMs }
}

/**
 * Locks the pace of the outbox until the transaction ends, so that all workers share it. `free` is how many mails may be sent
 * now; `use` takes some of these slots.
 */
export async function lockPace(tx: Transaction, perMinute: number, now: Date) {
  const rows = await tx.$queryRaw<{ nextAt: Date }[]>`
    INSERT INTO "MailPace" ("id", "nextAt") VALUES (1, ${now.toISOString()}::timestamptz)
    ON CONFLICT ("id") DO UPDATE SET "id" = 1 RETURNING "nextAt"`
  const { count, firstAtMs, intervalMs } = freeSlots({ nextAt: rows[0]?.nextAt ?? now, perMinute, now })
  const use = async (used: number) => {
    const nextAt = new Date(firstAtMs + used * intervalMs)
    await tx.mailPace.update({ where: { id: 1 }, data: { nextAt } })
  }
  return { free: count, use }
}
