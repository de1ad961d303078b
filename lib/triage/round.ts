import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRound, lockRound } from './locks'
import { listQuestionEntries } from './queries'
import { roundStatistics } from './rules'
import type { RoundChangeRefusal } from './schema'

/** `expected` is the number of open guarantees that the organiser saw. */
type RoundClosing = { sessionId: string; explanation: string; expected: number }

/**
 * Closes the triage round: no decision changes after that. Open guarantees need an explanation, which is stored. Closing
 * again succeeds and keeps the first explanation. Refuses with `guarantees-changed` when their number is not `expected`.
 */
export async function closeRound(
  { sessionId, explanation, expected }: RoundClosing,
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return refuse('unknown-session')
    if (round.closedRoundId) return ok(null)
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

/** Reopens the closed round with this id. Reopening again succeeds; refuses when another round was closed meanwhile. */
export async function reopenRound(
  { sessionId, roundId }: { sessionId: string; roundId: string },
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return refuse('unknown-session')
    if (round.closedRoundId && round.closedRoundId !== roundId) return refuse('changed-meanwhile')
    if (!round.closedRoundId) return ok(null)
    await tx.triageRound.update({
      where: { id: roundId },
      data: { reopenedAt: actor.now, reopenedBy: actor.organiserId },
    })
    await auditRound(tx, 'triageRoundReopened', sessionId, actor)
    return ok(null)
  })
}
