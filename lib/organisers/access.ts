import type { Actor } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Prisma, Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { revokedLink } from './account-links'
import { recordOrganiserChange } from './account-notifications'
import { endLogins } from './auth'
import { changeAsAdmin, isActiveAdmin } from './locks'
import type { Role } from './schema'

/** `changed-meanwhile`: the organiser is not in the state that the change requires. `not-allowed`: the actor is no admin. */
export type AccessResult = Result<null, 'not-allowed' | 'changed-meanwhile' | 'last-admin'>
export type AccessRefusal = Extract<AccessResult, { ok: false }>['reason']

/** Changes the role of an organiser from their next request on. Refuses to demote the only admin, with `last-admin`. */
export const changeRole = ({ id, role }: { id: string; role: Role }, actor: Actor): Promise<AccessResult> =>
  changeAsAdmin(actor, async (tx) => {
    if (role !== 'admin' && (await isLastAdmin(tx, id))) return refuse('last-admin')
    const where = { id, role: { not: role }, endedAt: null }
    const action = role === 'admin' ? 'organiserMadeAdmin' : 'organiserMadeStaff'
    return await updateOrganiser(tx, { where, data: { role }, action }, actor)
  })

/** Ends the access of an organiser and all their logins. Refuses with `last-admin` if they are the only admin. */
export const endAccess = (id: string, actor: Actor): Promise<AccessResult> =>
  changeAsAdmin(actor, (tx) => endAccessInTransaction(tx, id, actor))

/** Ends access without the lock that `endAccess` takes. Exported for a test of that lock. */
export async function endAccessInTransaction(tx: Transaction, id: string, actor: Actor): Promise<AccessResult> {
  if (await isLastAdmin(tx, id)) return refuse('last-admin')
  const data = { endedAt: actor.now, ...revokedLink }
  return await updateOrganiser(tx, { where: { id, ...canLogIn }, data, action: 'organiserAccessEnded' }, actor)
}

/** Restores the ended access of an organiser, who keeps the former password but must log in again. */
export const restoreAccess = (id: string, actor: Actor): Promise<AccessResult> =>
  changeAsAdmin(actor, (tx) => {
    const where = { id, acceptedAt: { not: null }, endedAt: { not: null } }
    return updateOrganiser(tx, { where, data: { endedAt: null }, action: 'organiserAccessRestored' }, actor)
  })

type OrganiserUpdate = {
  where: { id: string } & Prisma.OrganiserWhereInput
  data: Prisma.OrganiserUpdateManyMutationInput
  action: AuditAction
}

async function updateOrganiser(
  tx: Transaction,
  { where, data, action }: OrganiserUpdate,
  actor: Actor,
): Promise<AccessResult> {
  const { count } = await tx.organiser.updateMany({ where, data })
  if (count === 0) return refuse('changed-meanwhile')
  // Also when access is restored: a login may have been created while access was ended.
  if ('endedAt' in data) await endLogins(tx, where.id)
  await recordOrganiserChange(tx, action, actor, where.id)
  return ok(null)
}

async function isLastAdmin(tx: Transaction, id: string): Promise<boolean> {
  if (!(await isActiveAdmin(tx, id))) return false
  return (await tx.organiser.count({ where: { id: { not: id }, role: 'admin', ...canLogIn } })) === 0
}
