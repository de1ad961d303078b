import { audit } from '@/lib/audit/commands'
import { lockSession } from '@/lib/messages/commands'
import type { Transaction } from '@/lib/platform/db'

export type By = { now: Date; organiserId: string }

/**
 * Holds the row of a session until the transaction ends, so that nobody falls between the mail to all and a confirmation
 * that does not know of it yet.
 */
export async function holdSession(tx: Transaction, id: string) {
  if (!(await lockSession(tx, id))) return null
  return await tx.session.findUnique({ where: { id }, select: held })
}

const held = {
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationClosesAt: true,
  cancelledAt: true,
  calendarSequence: true,
} as const

/** Writes in the trail what an organiser did to a session. */
export function auditSession(
  tx: Transaction,
  action: string,
  { sessionId, now, organiserId }: By & { sessionId: string },
) {
  return audit(tx, { at: now, actor: `organiser:${organiserId}`, action, subjectType: 'session', subjectId: sessionId })
}
