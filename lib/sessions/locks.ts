import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { type Result, refuse } from '@/lib/platform/result'

/**
 * Locks a session until the transaction ends and returns it, or `null` when it does not exist. New registrations wait for
 * this lock, so that a mail to all participants misses nobody.
 */
export async function lockSession(tx: Transaction, id: string) {
  return (await lockRow(tx, 'Session', id)) ? await tx.session.findUnique({ where: { id } }) : null
}

export type LockedSession = NonNullable<Awaited<ReturnType<typeof lockSession>>>

/** Runs a change in a transaction that locks the session. Refuses with `unknown-session` when it does not exist. */
export async function changeSession<Value, Refusal extends string>(
  id: string,
  change: (tx: Transaction, session: LockedSession) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | 'unknown-session'>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, id)
    return session ? await change(tx, session) : refuse('unknown-session')
  })
}

export const auditSession = (tx: Transaction, action: AuditAction, sessionId: string, actor: Actor) =>
  auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
