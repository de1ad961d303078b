import { db } from '@/lib/db/client'
import { withoutErrorCode } from './bounces/failure-reason'
import { unsentWhere } from './message-filter'
import { missedCancelReasons } from './schema'

const dayMs = 24 * 60 * 60 * 1000

/**
 * Returns since when the oldest unsent message has waited: since its first attempt, or else since it was due. Returns
 * `null` without unsent messages, and an instant in the future if all of them are due later.
 */
export async function getOldestUnsentAt(): Promise<Date | null> {
  const [untried, tried] = await Promise.all([
    db().message.aggregate({ where: { ...unsentWhere, firstAttemptAt: null }, _min: { dueAt: true } }),
    db().message.aggregate({ where: unsentWhere, _min: { firstAttemptAt: true } }),
  ])
  const instants = [untried._min.dueAt, tried._min.firstAttemptAt].filter((at) => at !== null)
  return instants.length > 0 ? new Date(Math.min(...instants.map((at) => at.getTime()))) : null
}

/** Returns when and why (a `PauseReason`) the outbox stopped sending, or `null` when it is not paused. */
export function getMailPause(): Promise<{ since: Date; reason: string } | null> {
  return db().mailPause.findUnique({ where: { id: 1 }, select: { since: true, reason: true } })
}

/** Returns since when and why (a `MailboxProblem`) the mailbox for returned mail cannot be read, or `null` when it can. */
export async function getBounceMailboxFailure(): Promise<{ since: Date; reason: string } | null> {
  const mailbox = await db().bounceMailbox.findUnique({ where: { id: 1 } })
  const { failure: reason, failingSince: since } = mailbox ?? {}
  return reason && since ? { since, reason } : null
}

type FailedMail = {
  sessionId: string
  title: string
  count: number
  uncertain: number
  answer: string | null
  answers: number
}

/**
 * Returns per session, until two weeks after it, the number of mails that failed or were not sent in time. `uncertain` of
 * them may have arrived. `answers` counts the different answers of the SMTP server; `answer` is the most frequent one.
 * Leaves out mail that was resent or dismissed, and mail about cancelled registrations.
 */
export async function listFailedMail(now: Date): Promise<FailedMail[]> {
  const since = new Date(now.getTime() - 14 * dayMs).toISOString()
  const failed = await db().$queryRaw<FailedMail[]>`
    SELECT s."id" AS "sessionId", s."title", count(*)::int AS "count",
      count(*) FILTER (WHERE m."maybeDuplicate")::int AS "uncertain",
      count(DISTINCT m."lastError")::int AS "answers", mode() WITHIN GROUP (ORDER BY m."lastError") AS "answer"
    FROM "Message" AS m JOIN "Session" AS s ON s."id" = m."sessionId"
      LEFT JOIN "Registration" AS r ON r."id" = m."registrationId"
    WHERE (m."failedAt" IS NOT NULL OR m."cancelReason" = ANY(${[...missedCancelReasons]}::"MessageCancelReason"[]))
      AND m."dismissedAt" IS NULL AND r."cancelledAt" IS NULL
      AND s."endsAt" > ${since}::timestamptz
      AND NOT EXISTS (SELECT 1 FROM "Message" AS r WHERE r."resendOfId" = m."id" AND r."dedupeKey" IS NOT NULL)
    GROUP BY s."id" ORDER BY s."startsAt", s."id"`
  return failed.map((each) => ({ ...each, answer: withoutErrorCode(each.answer) }))
}
