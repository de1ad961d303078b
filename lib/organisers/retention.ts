import { audit } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { idleSince } from './auth'
import { accountPurgeAt } from './rules'

/** Deletes logins that expired or were last used before `idleSince`, and unfinished log-ins that expired. */
export async function purgeExpiredLogins(now: Date): Promise<void> {
  await db().login.deleteMany({ where: { OR: [{ expiresAt: { lt: now } }, { updatedAt: { lt: idleSince(now) } }] } })
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } })
}

/** Deletes former organisers and expired invitations once `accountPurgeAt` has passed, with an audit entry each. */
export async function purgeFormerOrganisers(auditLogMonths: number, now: Date): Promise<void> {
  const organisers = await db().organiser.findMany({
    where: { OR: [{ endedAt: { not: null } }, { acceptedAt: null, tokenExpiresAt: { not: null } }] },
    select: { id: true, acceptedAt: true, endedAt: true, tokenExpiresAt: true },
  })
  for (const organiser of organisers) {
    const purgeAt = accountPurgeAt(organiser, { auditLogMonths })
    if (!purgeAt || purgeAt > now) continue
    await db().$transaction(async (tx) => {
      // Deletes nothing if a timestamp changed since it was read, for example because access was restored.
      const { count } = await tx.organiser.deleteMany({ where: organiser })
      if (count === 0) return
      const entry = { action: 'organiserErased', subjectType: 'organiser', subjectId: organiser.id } as const
      await audit(tx, { at: now, actor: 'system', ...entry })
    })
  }
}
