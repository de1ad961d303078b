import { audit } from '@/lib/audit/commands'
import { db, Prisma } from '@/lib/platform/db'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseMails } from './erase-names'
import { hasEnded } from './mail-contents'
import { accountEraseAt, type KeepTerms } from './rules'

/**
 * Erases what ended by itself: logins, counts, addresses that nobody confirmed, invitations that nobody took, old mail about
 * accounts, organisers who left long ago.
 */
export async function eraseEnded({ namesMonths, trailMonths }: KeepTerms, now: Date): Promise<void> {
  await db().login.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  // The worker takes them within seconds; not those that it could not answer.
  await db().linkRequest.deleteMany({ where: { askedAt: { lte: addDays(now, -1) } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  await eraseUnconfirmedAddresses(now)
  await eraseAccountMails(addMonths(now, -namesMonths), now)
  await eraseOrganisers({ trailMonths, now })
}

/** It may be a stranger's. Also of a request that gave way to another: its mail is left, and says where that went. */
async function eraseUnconfirmedAddresses(now: Date): Promise<void> {
  await db().addressRequest.deleteMany({ where: { confirmedAt: null, expiresAt: { lte: now } } })
  const alone = Prisma.sql`m."kind" = 'address-confirm' AND NOT EXISTS (
    SELECT 1 FROM "AddressRequest" q WHERE q."id"::text = m."details"->>'addressRequestId')`
  await db().$transaction((tx) => eraseMails(tx, Prisma.sql`${alone} AND ${Prisma.raw(hasEnded)}`, now))
}

async function eraseAccountMails(before: Date, now: Date): Promise<void> {
  const old = Prisma.sql`m."sessionId" IS NULL AND m."createdAt" <= ${before.toISOString()}::timestamptz`
  await db().$transaction((tx) => eraseMails(tx, Prisma.sql`${old} AND ${Prisma.raw(hasEnded)}`, now))
}

const gone = { OR: [{ endedAt: { not: null } }, { acceptedAt: null, linkExpiresAt: { not: null } }] }

/** Who left long ago, and who was invited and never came. What hangs on the account goes with it. */
async function eraseOrganisers({ trailMonths, now }: { trailMonths: number; now: Date }): Promise<void> {
  const found = await db().organiser.findMany({
    where: gone,
    select: { id: true, acceptedAt: true, endedAt: true, linkExpiresAt: true },
  })
  for (const organiser of found) {
    const at = accountEraseAt(organiser, { trailMonths })
    if (!at || at > now) continue
    await db().$transaction(async (tx) => {
      // As it was read: somebody may just be let in again.
      const { count } = await tx.organiser.deleteMany({ where: organiser })
      if (count === 0) return
      const entry = { action: 'organiser.erased', subjectType: 'organiser', subjectId: organiser.id }
      await audit(tx, { at: now, actor: 'system', ...entry })
    })
  }
}
