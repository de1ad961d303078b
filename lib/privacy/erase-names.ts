import { Prisma, type Transaction } from '@/lib/platform/db'
import { eraseFromTexts } from './erase-texts'
import { hasContents, hasEnded, mailContents } from './mail-contents'
import { readNamed } from './named'
import { erasedName } from './schema'

/**
 * Makes these sign-ups (ids, of this session) anonymous: who it was, how to reach them and what they were mailed go, with
 * their name in everything that was written. Gemeente, answers and what can be counted stay.
 */
export async function eraseNames(tx: Transaction, sessionId: string, ids: string[], now: Date): Promise<void> {
  await eraseFromTexts(tx, sessionId, await readNamed(tx, ids, 'all'))
  await tx.$executeRaw`
    UPDATE "Registration" SET "name" = ${erasedName}, "email" = '', "emailKey" = 'erased:' || "id", "role" = '',
      "phone" = NULL, "needs" = NULL, "submissionId" = '', "linkVersion" = "linkVersion" + 1, "version" = "version" + 1,
      "erasedAt" = ${now.toISOString()}::timestamptz
    WHERE "id" = ANY(${ids}::uuid[]) AND "erasedAt" IS NULL`
  await tx.registrationNote.deleteMany({ where: { registrationId: { in: ids } } })
  await tx.registrationChange.deleteMany({ where: { registrationId: { in: ids } } })
  await tx.addressRequest.deleteMany({ where: { registrationId: { in: ids } } })
  await eraseMails(tx, Prisma.sql`m."registrationId" = ANY(${ids}::uuid[])`, now)
}

/**
 * Empties these mails (a condition on "Message" as m); what did not go out never will. The caller holds them, or asks for what
 * has ended, so that none is on its way.
 */
export async function eraseMails(tx: Transaction, these: Prisma.Sql, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" AS m SET "droppedAt" = ${now.toISOString()}::timestamptz, "dropReason" = 'erased',
      "claimToken" = NULL, "claimedUntil" = NULL
    WHERE ${these} AND NOT ${Prisma.raw(hasEnded)}`
  await tx.$executeRaw`
    UPDATE "Message" AS m SET ${Prisma.raw(mailContents.map((column) => `"${column}" = NULL`).join(', '))}
    WHERE ${these} AND ${Prisma.raw(hasContents)}`
}
