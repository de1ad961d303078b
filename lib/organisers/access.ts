import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import type { Result } from '@/lib/platform/result'
import { notifyAccountChanged } from './account-notifications'
import { auditOrganiserChange, endLogins, isActiveAdmin, lockOrganiserChanges } from './locks'
import type { Role } from './schema'

export type AccessRefusal = 'not-allowed' | 'changed-meanwhile' | 'last-admin'
type AccessResult = Result<null, AccessRefusal>

/** Gives another role, at once everywhere. Never takes it from the last admin. */
export function changeRole({ id, role }: { id: string; role: Role }, actor: Actor): Promise<AccessResult> {
  return withOrganiserLock(actor, (tx) => setRole(tx, { id, role }, actor))
}

/** Ends somebody's access at once everywhere: every login goes in the same transaction. Never that of the last admin. */
export function endAccess(id: string, actor: Actor): Promise<AccessResult> {
  return withOrganiserLock(actor, (tx) => endAccessInTransaction(tx, id, actor))
}

/** Lets somebody whose access ended log in again, with the password of before. No login of then comes back to life. */
export function restoreAccess(id: string, actor: Actor): Promise<AccessResult> {
  return withOrganiserLock(actor, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, acceptedAt: { not: null }, endedAt: { not: null } },
      data: { endedAt: null },
    })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await endLogins(tx, id)
    await auditOrganiserChange(tx, 'organiserAccessRestored', actor, id)
    return { ok: true, value: null }
  })
}

/** For a colleague who lost phone and recovery codes: logging in asks for the password only, and they hear it by mail. */
export function resetTwoFactor(id: string, actor: Actor): Promise<AccessResult> {
  return withOrganiserLock(actor, async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { id, twoFactorEnabled: true },
      data: { twoFactorEnabled: false },
    })
    if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
    await tx.twoFactor.deleteMany({ where: { userId: id } })
    await auditOrganiserChange(tx, 'twoFactorReset', actor, id)
    await notifyAccountChanged(tx, id, 'two-step-reset', actor.now)
    return { ok: true, value: null }
  })
}

/** Without a turn two admins can end each other at the same moment: each still sees the other. */
async function withOrganiserLock(
  actor: Actor,
  change: (tx: Transaction) => Promise<AccessResult>,
): Promise<AccessResult> {
  return await db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    return await runAsAdmin(tx, actor, change)
  })
}

/** The part of a change that needs its turn; called without one only by the test that shows why. */
export async function runAsAdmin(
  tx: Transaction,
  { organiserId }: Actor,
  change: (tx: Transaction) => Promise<AccessResult>,
): Promise<AccessResult> {
  return (await isActiveAdmin(tx, organiserId)) ? await change(tx) : { ok: false, reason: 'not-allowed' }
}

async function setRole(tx: Transaction, { id, role }: { id: string; role: Role }, actor: Actor): Promise<AccessResult> {
  if (role !== 'admin' && (await isLastAdmin(tx, id))) return { ok: false, reason: 'last-admin' }
  const { count } = await tx.organiser.updateMany({
    where: { id, role: { not: role }, endedAt: null },
    data: { role },
  })
  if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
  await auditOrganiserChange(tx, role === 'admin' ? 'organiserMadeAdmin' : 'organiserMadeStaff', actor, id)
  return { ok: true, value: null }
}

export async function endAccessInTransaction(tx: Transaction, id: string, actor: Actor): Promise<AccessResult> {
  if (await isLastAdmin(tx, id)) return { ok: false, reason: 'last-admin' }
  const { count } = await tx.organiser.updateMany({
    where: { id, ...canLogIn },
    data: { endedAt: actor.now, tokenVersion: { increment: 1 }, tokenExpiresAt: null },
  })
  if (count === 0) return { ok: false, reason: 'changed-meanwhile' }
  await endLogins(tx, id)
  await auditOrganiserChange(tx, 'organiserAccessEnded', actor, id)
  return { ok: true, value: null }
}

async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  if (!(await isActiveAdmin(tx, id))) return false
  return (await tx.organiser.count({ where: { id: { not: id }, role: 'admin', ...canLogIn } })) === 0
}
