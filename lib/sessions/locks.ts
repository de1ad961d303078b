import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import type { Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'

/**
 * Holds the row of a session until the transaction ends, so that nobody falls between the mail to all and a confirmation
 * that does not know of it yet.
 */
export async function lockSession(tx: Transaction, id: string) {
  if (!(await lockRow(tx, 'Session', id))) return null
  return await tx.session.findUnique({ where: { id }, select: lockedFields })
}

const lockedFields = {
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  publishedAt: true,
  cancelledAt: true,
  archivedAt: true,
  slug: true,
  version: true,
  calendarSequence: true,
} as const

/** Writes in the trail what an organiser did to a session. */
export function auditSession(
  tx: Transaction,
  action: AuditAction,
  { sessionId, ...actor }: Actor & { sessionId: string },
) {
  return auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
}
