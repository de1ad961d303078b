import { db, Prisma } from '@/lib/db/client'
import type { MessageKind } from './schema'

type SendProgress = { total: number; sent: number; left: number }

type MessageGroup =
  | { releaseNumber: number }
  | { customMessageId: string }
  | { kind: MessageKind }
  /** The mails about one change of the session, identified by the session's calendarSequence after the change. */
  | { changeSequence: number }

/**
 * Counts the recipients of a group of mails. `sent`: the mail or a resend of it was sent. `left`: it is still to be sent.
 * For the other recipients it failed or was cancelled.
 */
export async function getSendProgress(messages: { sessionId: string } & MessageGroup): Promise<SendProgress> {
  const [progress] = await db().$queryRaw<SendProgress[]>`
    WITH RECURSIVE mail AS (
      SELECT "id", "registrationId", "sentAt", "failedAt", "cancelledAt" FROM "Message"
      WHERE "sessionId" = ${messages.sessionId}::uuid AND ${messageGroupWhere(messages)}
      UNION
      SELECT resend."id", mail."registrationId", resend."sentAt", resend."failedAt", resend."cancelledAt"
      FROM "Message" AS resend JOIN mail ON resend."resendOfId" = mail."id" AND resend."dedupeKey" IS NOT NULL
    ), person AS (
      SELECT bool_or("sentAt" IS NOT NULL) AS "isSent",
        bool_or("sentAt" IS NULL AND "failedAt" IS NULL AND "cancelledAt" IS NULL) AS "isWaiting"
      FROM mail GROUP BY "registrationId"
    )
    SELECT count(*)::int AS "total", count(*) FILTER (WHERE "isSent")::int AS "sent",
      count(*) FILTER (WHERE "isWaiting" AND NOT "isSent")::int AS "left" FROM person`
  return progress ?? { total: 0, sent: 0, left: 0 }
}

function messageGroupWhere(group: MessageGroup): Prisma.Sql {
  if ('releaseNumber' in group) return Prisma.sql`"releaseNumber" = ${group.releaseNumber}`
  if ('customMessageId' in group) return Prisma.sql`"customMessageId" = ${group.customMessageId}::uuid`
  if ('kind' in group) return Prisma.sql`"kind" = ${group.kind}::"MessageKind"`
  // Leaves out mails that a later change replaced, and records of unnotified participants.
  return Prisma.sql`"kind" = 'sessionChanged' AND ("details"->>'sequence')::int = ${group.changeSequence}
    AND "dedupeKey" IS NOT NULL AND "cancelReason" IS DISTINCT FROM 'notNotified'`
}
