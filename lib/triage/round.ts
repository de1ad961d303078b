import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import type { Result } from '@/lib/platform/result'
import { auditRound, lockRound } from './locks'
import { listQuestionEntries } from './queries'
import { roundStatistics } from './rules'
import type { RoundChangeRefusal } from './schema'

/** `expected`: how many open promises the organiser was told there are. */
type RoundClosing = { sessionId: string; explanation: string; expected: number }

/**
 * Closes the vragenronde: from then on nothing in it changes. With questions in time that are not chosen and not answered it
 * takes a word why, which is kept. Closed twice is closed, with the word that was given first.
 */
export async function closeRound(
  { sessionId, explanation, expected }: RoundClosing,
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    if (round.closingId) return { ok: true, value: null }
    const { openGuarantees } = roundStatistics(await listQuestionEntries(sessionId, tx))
    if (openGuarantees !== expected) return { ok: false, reason: 'guarantees-changed' }
    if (openGuarantees > 0 && !explanation) return { ok: false, reason: 'explanation-missing' }
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
    await auditRound(
      tx,
      openGuarantees > 0 ? 'triageRoundClosedWithOpenGuarantees' : 'triageRoundClosed',
      sessionId,
      actor,
    )
    return { ok: true, value: null }
  })
}

/** Opens the vragenronde again that was closed by this closing; opened twice is opened. */
export async function reopenRound(
  { sessionId, closingId }: { sessionId: string; closingId: string },
  actor: Actor,
): Promise<Result<null, RoundChangeRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    if (round.closingId && round.closingId !== closingId) return { ok: false, reason: 'changed-meanwhile' }
    if (!round.closingId) return { ok: true, value: null }
    await tx.triageRound.update({
      where: { id: closingId },
      data: { reopenedAt: actor.now, reopenedBy: actor.organiserId },
    })
    await auditRound(tx, 'triageRoundReopened', sessionId, actor)
    return { ok: true, value: null }
  })
}
