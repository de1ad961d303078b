import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { enqueueForAudience } from '@/lib/notifications/audience'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditSession, lockSession } from './locks'
import { hasEnded } from './rules'
import type { CancelRefusal } from './schema'

type Cancellation = {
  sessionId: string
  /** Plain text for the participants. */
  reason: string
  /** Number of recipients that the organiser saw. */
  expected: number
}

/**
 * Cancels a session and notifies all participants, also those on the waitlist. Cancelling again succeeds and keeps the
 * first reason. Refuses with `recipients-changed` when the number of recipients is not `expected`.
 */
export async function cancelSession(
  { sessionId, reason, expected }: Cancellation,
  { now, organiserId }: Actor,
): Promise<Result<null, CancelRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return refuse('unknown-session')
    if (session.cancelledAt) return ok(null)
    if (hasEnded(session, now)) return refuse('session-over')
    const enqueued = await enqueueForAudience(tx, {
      kind: 'sessionCancelled',
      keyPrefix: `session-cancelled:${sessionId}`,
      sessionId,
      to: { includeWaitlisted: true },
      expected,
      dueAt: now,
      now,
    })
    if (enqueued === null) return refuse('recipients-changed')
    await tx.session.update({
      where: { id: sessionId },
      data: { cancelledAt: now, cancelReason: reason, calendarSequence: { increment: 1 } },
    })
    await auditSession(tx, 'sessionCancelled', { sessionId, now, organiserId })
    return ok(null)
  })
}
