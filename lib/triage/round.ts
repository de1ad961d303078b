import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRound, changeRound } from './locks'
import { listQuestionEntries } from './queries'
import { roundStatistics } from './rules'
import type { RoundChangeRefusal } from './schema'

/**
 * Closes the triage round: decisions on agenda questions can no longer change. Open guarantees (questions asked before the
 * deadline and not in the programme) require an explanation, which is stored. Closing again succeeds and keeps the first
 * explanation. Refuses with `guarantees-changed` when `expected` is not the number of open guarantees.
 */
export async function closeRound(
  { sessionId, explanation, expected }: { sessionId: string; explanation: string; expected: number },
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await changeRound(sessionId, async (tx, { closedRoundId }) => {
    if (closedRoundId) return ok(null)
    const { openGuarantees } = roundStatistics(await listQuestionEntries(sessionId, tx))
    if (openGuarantees !== expected) return refuse('guarantees-changed')
    if (openGuarantees > 0 && !explanation) return refuse('explanation-missing')
    await tx.triageRound.create({
      data: {
        id: randomUUID(),
        sessionId,
        openGuarantees,
        explanation: openGuarantees > 0 ? explanation : null,
        closedAt: actor.now,
        closedBy: actor.organiserId,
      },
    })
    const action = openGuarantees > 0 ? 'triageRoundClosedWithOpenGuarantees' : 'triageRoundClosed'
    await auditRound(tx, action, sessionId, actor)
    return ok(null)
  })
}

/**
 * Reopens the closed triage round with this id. Reopening again succeeds. Refuses with `changed-meanwhile` when another
 * round was closed since.
 */
export async function reopenRound(
  { sessionId, roundId }: { sessionId: string; roundId: string },
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await changeRound(sessionId, async (tx, { closedRoundId }) => {
    if (!closedRoundId) return ok(null)
    if (closedRoundId !== roundId) return refuse('changed-meanwhile')
    const data = { reopenedAt: actor.now, reopenedBy: actor.organiserId }
    await tx.triageRound.update({ where: { id: roundId }, data })
    await auditRound(tx, 'triageRoundReopened', sessionId, actor)
    return ok(null)
  })
}
