import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { type Result, refuse } from '@/lib/platform/result'

/** Serialises changes to organiser access with an advisory lock held until commit. */
export async function lockOrganiserChanges(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('aanschuif: organisers'))`
}

type AdminChange<Value, Reason extends string> = (tx: Transaction) => Promise<Result<Value, Reason>>

/**
 * Runs `change` in a transaction that holds the organiser lock. Returns its result. Without the lock, two admins could end
 * each other's access at the same moment. Refuses with `not-allowed` if the actor is no admin any more.
 */
export function changeAsAdmin<Value, Reason extends string>(
  actor: Actor,
  change: AdminChange<Value, Reason>,
): Promise<Result<Value, Reason | 'not-allowed'>> {
  return db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    return await checkAdminAndChange(tx, actor, change)
  })
}

/** Runs `change` if the actor is an admin, without the lock of `changeAsAdmin`. Exported for a test of that lock. */
export async function checkAdminAndChange<Value, Reason extends string>(
  tx: Transaction,
  { organiserId }: Actor,
  change: AdminChange<Value, Reason>,
): Promise<Result<Value, Reason | 'not-allowed'>> {
  return (await isActiveAdmin(tx, organiserId)) ? await change(tx) : refuse('not-allowed')
}

export const isActiveAdmin = async (tx: Transaction, id: string) =>
  (await tx.organiser.count({ where: { id, role: 'admin', ...canLogIn } })) === 1
