import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { type Result, refuse } from '@/lib/platform/result'

/** Triage round (decisions on the agenda questions) of a locked session. `closedRoundId` is `null` while it is open. */
type LockedRound = { endsAt: Date; cancelledAt: Date | null; closedRoundId: string | null }

/**
 * Runs a change in a transaction that locks the triage round (the decisions on the agenda questions) of a session.
 * Registrations do not wait for this lock. Refuses with `unknown-session` when the session does not exist.
 */
export function changeRound<Value, Reason extends string>(
  sessionId: string,
  change: (tx: Transaction, round: LockedRound) => Promise<Result<Value, Reason>>,
) {
  return db().$transaction(async (tx): Promise<Result<Value, Reason | 'unknown-session'>> => {
    await lockRow(tx, 'Session', sessionId, 'NO KEY UPDATE')
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { endsAt: true, cancelledAt: true, triageRounds: { where: { reopenedAt: null }, select: { id: true } } },
    })
    if (!session) return refuse('unknown-session')
    return await change(tx, { ...session, closedRoundId: session.triageRounds[0]?.id ?? null })
  })
}

/** Runs a change in a transaction that locks the triage round. Refuses with `round-closed` when organisers closed it. */
export const changeOpenRound = <Value, Reason extends string>(
  sessionId: string,
  change: (tx: Transaction) => Promise<Result<Value, Reason>>,
) =>
  changeRound(
    sessionId,
    async (tx, { closedRoundId }): Promise<Result<Value, Reason | 'round-closed'>> =>
      closedRoundId ? refuse('round-closed') : await change(tx),
  )

export const auditRound = (tx: Transaction, action: AuditAction, sessionId: string, actor: Actor) =>
  auditAsOrganiser(tx, actor, { action, subjectType: 'session', subjectId: sessionId })
