import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'

/** One change of who may log in at a time, over all processes, until the transaction ends. */
export async function lockOrganiserChanges(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('aanschuif: organisers'))`
}

/** Whether this organiser may (still) change others; asked in the turn, as their own access may just have ended. */
export async function isActiveAdmin(tx: Transaction, id: string): Promise<boolean> {
  return (await tx.organiser.count({ where: { id, role: 'admin', ...canLogIn } })) === 1
}

/** Writes in the trail what an organiser did to an organiser: another, or themselves when `id` is left out. */
export function auditOrganiserChange(tx: Transaction, action: AuditAction, actor: Actor, id = actor.organiserId) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'organiser', subjectId: id })
}

/** Ends every login of an organiser, also one that still waits for its code. */
export async function endLogins(tx: Transaction, userId: string, { except }: { except?: string } = {}): Promise<void> {
  await tx.login.deleteMany({ where: { userId, ...(except && { id: { not: except } }) } })
  await tx.verification.deleteMany({ where: { value: userId } })
}
