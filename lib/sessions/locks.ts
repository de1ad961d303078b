import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'

/**
 * Locks a session until the transaction ends. Registration waits for it, so no participant misses a mail to all.
 * Returns `null` when the session does not exist.
 */
export async function lockSession(tx: Transaction, id: string) {
  return (await lockRow(tx, 'Session', id)) ? await tx.session.findUnique({ where: { id } }) : null
}

export function auditSession(
  tx: Transaction,
  action: AuditAction,
  { sessionId, ...actor }: Actor & { sessionId: string },
): Promise<void> {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
}
