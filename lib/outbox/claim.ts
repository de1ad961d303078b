import { randomUUID } from 'node:crypto'
import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { lockPace } from './pace'
import { leaseMs } from './retry-policy'
import type { MessageKind } from './schema'

/** A message that this worker has leased until `claimedUntil`. `content` is `null` until the mail is rendered. */
export type ClaimedMessage = Prisma.MessageGetPayload<{ include: { content: true } }> & { claimToken: string }

type ClaimOrder = {
  /** Mail kinds to claim before all others, most urgent first. */
  urgentKinds?: readonly MessageKind[]
  /** Most mails that all workers together may send in a minute. Without it the number is not limited. */
  perMinute?: number | null
}

/**
 * Claims at most `limit` due messages, urgent kinds first and then the oldest, with a lease of one minute. Claims none
 * while the outbox is paused because no mail could be sent. After the pause claims one, to try whether mail can be sent
 * again.
 */
export async function claimMessages(
  limit: number,
  now: Date,
  { urgentKinds = [], perMinute }: ClaimOrder = {},
): Promise<ClaimedMessage[]> {
  return await db().$transaction(async (tx) => {
    const pause = await lockPause(tx)
    if (pause && pause.until > now) return []
    const pace = perMinute ? await lockPace(tx, perMinute, now) : null
    const count = Math.min(pause ? 1 : limit, pace?.free ?? limit)
    if (count === 0) return []
    const claimToken = randomUUID()
    const ids = await claimDueRows(tx, { count, claimToken, urgentKinds, now })
    if (ids.length === 0) return []
    await pace?.use(ids.length)
    // The other messages wait for the result of this one.
    if (pause) await tx.mailPause.updateMany({ data: { until: leaseExpiry(now) } })
    const claimed = await tx.message.findMany({
      where: { id: { in: ids } },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      include: { content: true },
    })
    return claimed.map((message) => ({ ...message, claimToken }))
  })
}

/** Locks and returns the pause of the outbox, or `null`. The lock lets only one worker send the first message after it. */
async function lockPause(tx: Transaction) {
  await tx.$queryRaw`SELECT 1 FROM "MailPause" FOR UPDATE`
  return await tx.mailPause.findUnique({ where: { id: 1 } })
}

/**
 * Claims due messages and returns their ids. SKIP LOCKED makes two workers claim different messages. An expired lease
 * counts as an attempt, because the worker that held it died. If that worker had rendered the mail, it may have been sent.
 */
async function claimDueRows(
  tx: Transaction,
  {
    count,
    claimToken,
    urgentKinds,
    now,
  }: { count: number; claimToken: string; urgentKinds: readonly string[]; now: Date },
) {
  const at = now.toISOString()
  const until = leaseExpiry(now).toISOString()
  const claimed = await tx.$queryRaw<{ id: string }[]>`
    WITH due AS MATERIALIZED (
      SELECT "id" FROM "Message"
      WHERE "sentAt" IS NULL AND "failedAt" IS NULL AND "cancelledAt" IS NULL
        AND "dueAt" <= ${at}::timestamptz AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${at}::timestamptz)
      ORDER BY array_position(${urgentKinds}::text[], "kind"::text), "dueAt", "id" LIMIT ${count} FOR UPDATE SKIP LOCKED
    )
    UPDATE "Message" AS m SET
      "claimToken" = ${claimToken}::uuid, "claimedUntil" = ${until}::timestamptz,
      "attempts" = m."attempts" + (m."claimToken" IS NOT NULL)::int,
      "firstAttemptAt" = CASE WHEN m."claimToken" IS NULL THEN m."firstAttemptAt"
        ELSE coalesce(m."firstAttemptAt", ${at}::timestamptz) END,
      "maybeDuplicate" = m."maybeDuplicate" OR (m."claimToken" IS NOT NULL
        AND EXISTS (SELECT 1 FROM "MessageContent" AS c WHERE c."id" = m."id"))
    FROM due WHERE m."id" = due."id" RETURNING m."id"`
  return claimed.map(({ id }) => id)
}

/** Extends the lease on a message to a minute from `now`. Returns `false` if the lease was lost or the message is gone. */
export async function renewLease(message: ClaimedMessage, now: Date): Promise<boolean> {
  const data = { claimedUntil: leaseExpiry(now) }
  const { count } = await db().message.updateMany({ where: leaseWhere(message), data })
  return count === 1
}

/** Returns a filter that matches the message only while this worker still holds its lease. */
export const leaseWhere = ({ id, claimToken }: ClaimedMessage) => ({ id, claimToken })
const leaseExpiry = (now: Date) => new Date(now.getTime() + leaseMs)
