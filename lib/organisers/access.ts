import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { revokedLink } from './account-links'
import { auditAndNotify } from './account-notifications'
import { endLogins } from './auth-adapter'
import { auditOrganiserChange, changeAsAdmin, isActiveAdmin } from './locks'
import type { Role } from './schema'

type AccessRefusal = 'not-allowed' | 'changed-meanwhile' | 'last-admin'
type AccessResult = Result<null, AccessRefusal>

/** Changes the role of an organiser, effective at their next request. Refuses with `last-admin` to demote the last admin. */
export function changeRole({ id, role }: { id: string; role: Role }, actor: Actor): Promise<AccessResult> {
  return changeAsAdmin<null, AccessRefusal>(actor, async (tx) => {
    if (role !== 'admin' && (await isLastAdmin(tx, id))) return refuse('last-admin')
    const { count } = await tx.organiser.updateMany({
      where: { id, role: { not: role }, endedAt: null },
      data: { role },
    })
    if (count === 0) return refuse('changed-meanwhile')
    await auditOrganiserChange(tx, role === 'admin' ? 'organiserMadeAdmin' : 'organiserMadeStaff', actor, id)
    return ok(null)
  })
}

/** Ends the access of an organiser and all their logins. Refuses with `last-admin` for the last admin. */
export function endAccess(id: string, actor: Actor): Promise<AccessResult> {
  return changeAsAdmin(actor, (tx) => endAccessInTransaction(tx, id, actor))
}

/** Without the lock. Exported for a test that shows what goes wrong without it. */
export async function endAccessInTransaction(tx: Transaction, id: string, actor: Actor): Promise<AccessResult> {
  if (await isLastAdmin(tx, id)) return refuse('last-admin')
  const { count } = await tx.organiser.updateMany({
    where: { id, ...canLogIn },
    data: { endedAt: actor.now, ...revokedLink },
  })
  if (count === 0) return refuse('changed-meanwhile')
  await endLogins(tx, id)
  await auditOrganiserChange(tx, 'organiserAccessEnded', actor, id)
  return ok(null)
}

/** Restores ended access with the former password. Earlier logins stay ended. */
export function restoreAccess(id: string, actor: Actor): Promise<AccessResult> {
  return changeAsAdmin<null, AccessRefusal>(actor, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, acceptedAt: { not: null }, endedAt: { not: null } },
      data: { endedAt: null },
    })
    if (count === 0) return refuse('changed-meanwhile')
    await endLogins(tx, id)
    await auditOrganiserChange(tx, 'organiserAccessRestored', actor, id)
    return ok(null)
  })
}

/** Switches two-factor login off for a colleague who lost phone and recovery codes, and mails them about it. */
export function resetTwoFactor(id: string, actor: Actor): Promise<AccessResult> {
  return changeAsAdmin<null, AccessRefusal>(actor, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    })
    if (count === 0) return refuse('changed-meanwhile')
    await tx.twoFactor.deleteMany({ where: { userId: id } })
    await auditAndNotify(tx, { action: 'twoFactorReset', change: 'two-step-reset' }, actor, id)
    return ok(null)
  })
}

async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  if (!(await isActiveAdmin(tx, id))) return false
  return (await tx.organiser.count({ where: { id: { not: id }, role: 'admin', ...canLogIn } })) === 0
}
