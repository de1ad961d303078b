import { audit } from '@/lib/audit/commands'
import { db, Prisma } from '@/lib/db/client'
import { addDays, addMonths } from '@/lib/platform/time'
import { clearMails } from './anonymise'
import { isFinishedSql } from './mail-content'
import { accountPurgeAt, type RetentionPeriods } from './rules'

/**
 * Erases what ended by itself: logins, counts, addresses that nobody confirmed, invitations that nobody took, old mail about
 * accounts, organisers who left long ago.
 */
export async function purgeExpired({ namesMonths, auditLogMonths }: RetentionPeriods, now: Date): Promise<void> {
  await db().login.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  // The worker takes them within seconds; not those that it could not answer.
  await db().linkRecoveryRequest.deleteMany({ where: { requestedAt: { lte: addDays(now, -1) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  await purgeUnconfirmedEmailChanges(now)
  await purgeAccountMails(addMonths(now, -namesMonths), now)
  await purgeFormerOrganisers({ auditLogMonths, now })
}

/** It may be a stranger's. Also of a request that gave way to another: its mail is left, and says where that went. */
async function purgeUnconfirmedEmailChanges(now: Date): Promise<void> {
  await db().emailChangeRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lte: now } } })
  const withoutRequest = Prisma.sql`m."kind" = 'address-confirm' AND NOT EXISTS (
    SELECT 1 FROM "EmailChangeRequest" q WHERE q."id"::text = m."details"->>'emailChangeRequestId')`
  await db().$transaction((tx) => clearMails(tx, Prisma.sql`${withoutRequest} AND ${Prisma.raw(isFinishedSql)}`, now))
}

async function purgeAccountMails(before: Date, now: Date): Promise<void> {
  const old = Prisma.sql`m."sessionId" IS NULL AND m."createdAt" <= ${before.toISOString()}::timestamptz`
  await db().$transaction((tx) => clearMails(tx, Prisma.sql`${old} AND ${Prisma.raw(isFinishedSql)}`, now))
}

const formerOrganisers = { OR: [{ endedAt: { not: null } }, { acceptedAt: null, tokenExpiresAt: { not: null } }] }

/** Who left long ago, and who was invited and never came. What hangs on the account goes with it. */
async function purgeFormerOrganisers({ auditLogMonths, now }: { auditLogMonths: number; now: Date }): Promise<void> {
  const organisers = await db().organiser.findMany({
    where: formerOrganisers,
    select: { id: true, acceptedAt: true, endedAt: true, tokenExpiresAt: true },
  })
  for (const organiser of organisers) {
    const purgeAt = accountPurgeAt(organiser, { auditLogMonths })
    if (!purgeAt || purgeAt > now) continue
    await db().$transaction(async (tx) => {
      // As it was read: somebody may just be let in again.
      const { count } = await tx.organiser.deleteMany({ where: organiser })
      if (count === 0) return
      const entry = { action: 'organiserErased', subjectType: 'organiser', subjectId: organiser.id } as const
      await audit(tx, { at: now, actor: 'system', ...entry })
    })
  }
}
