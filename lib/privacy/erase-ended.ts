import { audit } from '@/lib/audit/commands'
import { db, Prisma } from '@/lib/platform/db'
import { addDays, addMonths } from '@/lib/platform/time'
import { eraseMails } from './erase-names'
import { hasEnded } from './mail-contents'
import { invitationKeepDays, type KeepTerms } from './rules'

/** Erases what ended by itself: logins, counts, invitations that nobody took, old mail about accounts, organisers who left long ago. */
export async function eraseEnded({ namesMonths, trailMonths }: KeepTerms, now: Date): Promise<void> {
  await db().login.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
  await db().rateLimit.deleteMany({ where: { expire: { lt: now } } })
  await eraseAccountMails(addMonths(now, -namesMonths), now)
  await eraseOrganisers(
    { acceptedAt: null, endedAt: null, linkExpiresAt: { lt: addDays(now, -invitationKeepDays) } },
    now,
  )
  await eraseOrganisers({ endedAt: { lt: addMonths(now, -trailMonths) } }, now)
}

async function eraseAccountMails(before: Date, now: Date): Promise<void> {
  const old = Prisma.sql`m."sessionId" IS NULL AND m."createdAt" <= ${before.toISOString()}::timestamptz`
  await db().$transaction((tx) => eraseMails(tx, Prisma.sql`${old} AND ${Prisma.raw(hasEnded)}`, now))
}

/** What hangs on the account goes with it. Asked again as it is deleted: somebody may just be let in again. */
async function eraseOrganisers(these: Prisma.OrganiserWhereInput, now: Date): Promise<void> {
  for (const { id } of await db().organiser.findMany({ where: these, select: { id: true } })) {
    await db().$transaction(async (tx) => {
      const { count } = await tx.organiser.deleteMany({ where: { id, ...these } })
      if (count === 0) return
      const entry = { action: 'organiser.erased', subjectType: 'organiser', subjectId: id }
      await audit(tx, { at: now, actor: 'system', ...entry })
    })
  }
}
