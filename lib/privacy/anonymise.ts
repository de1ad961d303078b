import { Prisma, type Transaction } from '@/lib/db/client'
import { readKnownIdentities } from './known-identities'
import { hasContentSql, isFinishedSql, mailContentColumns } from './mail-content'
import { redactTexts } from './redact-texts'
import { erasedName } from './schema'

/**
 * Makes these sign-ups (ids, of this session) anonymous: who it was, how to reach them and what they were mailed go, with
 * their name in everything that was written. Gemeente, answers and what can be counted stay.
 */
export async function anonymiseRegistrations(
  tx: Transaction,
  sessionId: string,
  ids: string[],
  now: Date,
): Promise<void> {
  await redactTexts(tx, sessionId, await readKnownIdentities(tx, ids, 'all'))
  await tx.$executeRaw`
    UPDATE "Registration" SET "name" = ${erasedName}, "email" = '', "normalizedEmail" = 'erased:' || "id", "role" = '',
      "phone" = NULL, "needs" = NULL, "idempotencyKey" = '', "tokenVersion" = "tokenVersion" + 1, "version" = "version" + 1,
      "erasedAt" = ${now.toISOString()}::timestamptz
    WHERE "id" = ANY(${ids}::uuid[]) AND "erasedAt" IS NULL`
  await tx.registrationNote.deleteMany({ where: { registrationId: { in: ids } } })
  await tx.registrationChange.deleteMany({ where: { registrationId: { in: ids } } })
  await tx.emailChangeRequest.deleteMany({ where: { registrationId: { in: ids } } })
  await clearMails(tx, Prisma.sql`m."registrationId" = ANY(${ids}::uuid[])`, now)
}

/**
 * Empties these mails (a condition on "Message" as m); what did not go out never will. The caller holds them, or asks for what
 * has ended, so that none is on its way.
 */
export async function clearMails(tx: Transaction, filter: Prisma.Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" AS m SET "cancelledAt" = ${now.toISOString()}::timestamptz, "cancelReason" = 'erased',
      "claimToken" = NULL, "claimedUntil" = NULL
    WHERE ${filter} AND NOT ${Prisma.raw(isFinishedSql)}`
  await tx.$executeRaw`
    UPDATE "Message" AS m SET ${Prisma.raw(mailContentColumns.map((column) => `"${column}" = NULL`).join(', '))}
    WHERE ${filter} AND ${Prisma.raw(hasContentSql)}`
}
