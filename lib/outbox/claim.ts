import { randomUUID } from 'node:crypto'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { leaseMs } from './retry-policy'

/** A message that this worker holds until `claimedUntil`, as it stands in the database. */
export type ClaimedMessage = Prisma.MessageGetPayload<{ include: { content: true } }> & { claimToken: string }

/**
 * Takes at most `limit` messages that are due, oldest first, with a lease of a minute. None while the queue is paused;
 * one, as a probe, when the pause has run out.
 */
export async function claimMessages(limit: number, now: Date): Promise<ClaimedMessage[]> {
  return await db().$transaction(async (tx) => {
    const pause = await pauseState(tx, now)
    if (pause === 'active') return []
    const claimToken = randomUUID()
    const ids = await claimDueRows(tx, { limit: pause === 'elapsed' ? 1 : limit, claimToken, now })
    if (ids.length === 0) return []
    // The others wait for how the probe ends.
    if (pause === 'elapsed') await tx.mailPause.updateMany({ data: { until: leaseExpiry(now) } })
    const claimed = await tx.message.findMany({
      where: { id: { in: ids } },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      include: { content: true },
    })
    return claimed.map((message) => ({ ...message, claimToken }))
  })
}

/** Locks the pause when there is one, so that two workers never send a probe each. */
async function pauseState(tx: Transaction, now: Date): Promise<'none' | 'active' | 'elapsed'> {
  const [pause] = await tx.$queryRaw<{ resting: boolean }[]>`
    SELECT "until" > ${now.toISOString()}::timestamptz AS "resting" FROM "MailPause" WHERE "id" = 1 FOR UPDATE`
  if (!pause) return 'none'
  return pause.resting ? 'active' : 'elapsed'
}

/**
 * The lock is what makes two workers take different messages: without SKIP LOCKED both would read the same ones. A lease
 * that ran out means a worker died: that was an attempt, and once the mail was rendered it may have gone out.
 */
async function claimDueRows(
  tx: Transaction,
  { limit, claimToken, now }: { limit: number; claimToken: string; now: Date },
) {
  const at = now.toISOString()
  const until = leaseExpiry(now).toISOString()
  const taken = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "Message"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "cancelledAt" IS NULL
        AND "dueAt" <= ${at}::timestamptz AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${at}::timestamptz)
      ORDER BY "dueAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Message" AS m SET
      "claimToken" = ${claimToken}::uuid, "claimedUntil" = ${until}::timestamptz,
      "attempts" = m."attempts" + (m."claimToken" IS NOT NULL)::int,
      "firstAttemptAt" = CASE WHEN m."claimToken" IS NULL THEN m."firstAttemptAt"
        ELSE coalesce(m."firstAttemptAt", ${at}::timestamptz) END,
      "maybeDuplicate" = m."maybeDuplicate" OR (m."claimToken" IS NOT NULL
        AND EXISTS (SELECT 1 FROM "MessageContent" AS c WHERE c."id" = m."id"))
    FROM due WHERE m."id" = due."id" RETURNING m."id"`
  return taken.map(({ id }) => id)
}

/** Holds a message for another minute. False when it is no longer held: somebody overtook it, or it is gone. */
export async function renewLease(message: ClaimedMessage, now: Date): Promise<boolean> {
  const { count } = await db().message.updateMany({
    where: leaseWhere(message),
    data: { claimedUntil: leaseExpiry(now) },
  })
  return count === 1
}

/** Only the one who holds the claim may write: whoever was overtaken changes nothing. */
export const leaseWhere = ({ id, claimToken }: ClaimedMessage) => ({ id, claimToken })
const leaseExpiry = (now: Date) => new Date(now.getTime() + leaseMs)
