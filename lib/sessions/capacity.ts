import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { auditSession } from './locks'

/** Stores the capacity of a session, with an audit entry. The caller holds the session lock and offers the free seats. */
export async function saveCapacity(
  tx: Transaction,
  { sessionId, capacity }: { sessionId: string; capacity: number | null },
  actor: Actor,
): Promise<void> {
  await tx.session.update({ where: { id: sessionId }, data: { capacity } })
  await auditSession(tx, 'sessionCapacityChanged', { sessionId, ...actor })
}
