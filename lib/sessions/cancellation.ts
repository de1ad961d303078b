import type { Actor } from '@/lib/audit/commands'
import { enqueueForAudience, registeredStatuses } from '@/lib/notifications/audience'
import { mailingKeys } from '@/lib/notifications/dedupe-keys'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditSession, changeSession } from './locks'
import { hasEnded } from './rules'
import type { CancelRefusal } from './schema'

/**
 * Cancels a session and mails the reason (plain text) to all participants, also those on the waitlist. Cancelling again
 * succeeds and keeps the first reason. Refuses with `recipients-changed` when `expected` is not their number.
 */
export async function cancelSession(
  { sessionId, reason, expected }: { sessionId: string; reason: string; expected: number },
  actor: Actor,
): Promise<Result<null, CancelRefusal>> {
  return await changeSession(sessionId, async (tx, session) => {
    const { now } = actor
    if (session.cancelledAt) return ok(null)
    if (hasEnded(session, now)) return refuse('session-over')
    const enqueued = await enqueueForAudience(tx, {
      kind: 'sessionCancelled',
      mailingKey: mailingKeys.sessionCancelled(sessionId),
      sessionId,
      to: { statuses: registeredStatuses },
      expected,
      dueAt: now,
      now,
    })
    if (enqueued === null) return refuse('recipients-changed')
    const data = { cancelledAt: now, cancelReason: reason, calendarSequence: { increment: 1 } }
    await tx.session.update({ where: { id: sessionId }, data })
    await auditSession(tx, 'sessionCancelled', sessionId, actor)
    return ok(null)
  })
}
