import type { Transaction } from '@/lib/db/client'

const minuteMs = 60_000
/** Period whose unused sending slots can still be used later, because a worker looks for mail only twice a second. */
const catchUpMs = 1000

/**
 * Returns the sending slots that are free at `now` if `perMinute` mails are spread evenly: their number, the start of the
 * first and the interval. An even pace, and not a burst each minute, leaves a slot for an urgent mail within seconds.
 */
export function freeSlots({ nextAt, perMinute, now }: { nextAt: Date; perMinute: number; now: Date }) {
  const intervalMs = minuteMs / perMinute
  const firstAtMs = Math.max(nextAt.getTime(), now.getTime() - Math.max(intervalMs, catchUpMs))
  return { count: Math.max(0, Math.floor((now.getTime() - firstAtMs) / intervalMs) + 1), firstAtMs, intervalMs }
}

/**
 * Locks the pace of sending, which all workers share, until the transaction ends. `free` is the number of mails that may be
 * sent now. `use` records how many of them are sent.
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
