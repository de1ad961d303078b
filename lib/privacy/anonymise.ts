import { Prisma, type Transaction } from '@/lib/db/client'
import { eraseMessages } from '@/lib/outbox/erase'
import { readKnownIdentities } from './known-identities'
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
  await eraseMessages(tx, Prisma.sql`m."registrationId" = ANY(${ids}::uuid[])`, now)
}
