import { auditBy, type By } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/platform/db'
import { holdRow } from '@/lib/platform/row-lock'

/**
 * Holds the row of a session until the transaction ends, so that nobody falls between the mail to all and a confirmation
 * that does not know of it yet.
 */
export async function holdSession(tx: Transaction, id: string) {
  if (!(await holdRow(tx, 'Session', id))) return null
  return await tx.session.findUnique({ where: { id }, select: held })
}

const held = {
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
export function auditSession(tx: Transaction, action: string, { sessionId, ...by }: By & { sessionId: string }) {
  return auditBy(tx, by, { action, subjectType: 'session', subjectId: sessionId })
}
