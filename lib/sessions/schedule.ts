import type { Actor } from '@/lib/audit/commands'
import { enqueueChangeNotices } from '@/lib/notifications/change-notices'
import { scheduledKinds } from '@/lib/notifications/kinds/registry'
import { cancelUnsent } from '@/lib/outbox/cancel'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { shortenOffers } from '@/lib/registrations/waitlist/offers'
import { auditSession, changeSession } from './locks'
import { areTimesInOrder, classifyScheduleChange, serializeTimes } from './rules'
import type { RescheduleRefusal, SessionTimes } from './schema'

type Reschedule = {
  sessionId: string
  /** Session times that the form showed. The change is refused with `changed-meanwhile` if the stored times differ. */
  seen: SessionTimes
  times: SessionTimes
  /**
   * Number of recipients of the change notice that the form showed; `null` to send no new notice. With `null`, a
   * participant whose notice of an earlier change is unsent still gets a notice, with the new times.
   */
  expected: number | null
}

/**
 * Changes the times of a session. Participants are notified of another start or end, but not of another deadline. Saving
 * the current times again succeeds without a change. Refuses with `recipients-changed` when the number of recipients is not
 * `expected`.
 */
export async function rescheduleSession(
  { sessionId, seen, times, expected }: Reschedule,
  actor: Actor,
): Promise<Result<null, RescheduleRefusal>> {
  const changeKind = classifyScheduleChange(seen, times)
  if (changeKind === 'nothing') return refuse('nothing-changed')
  if (!areTimesInOrder(times)) return refuse('times-out-of-order')
  return await changeSession(sessionId, async (tx, session) => {
    const { now } = actor
    if (session.cancelledAt) return refuse('session-cancelled')
    if (session.archivedAt) return refuse('session-archived')
    if (serializeTimes(session) === serializeTimes(times)) return ok(null)
    if (serializeTimes(session) !== serializeTimes(seen)) return refuse('changed-meanwhile')
    const where = { id: sessionId }
    if (changeKind === 'deadlines') {
      await shortenOffers(tx, sessionId, times.registrationClosesAt)
      await tx.session.update({ where, data: times })
      if (seen.questionDeadlineAt.getTime() !== times.questionDeadlineAt.getTime()) {
        await cancelUnsent(tx, { sessionId, kinds: ['questionDeadline'], reason: 'deadlinesChanged', now })
      }
      if (seen.registrationClosesAt.getTime() !== times.registrationClosesAt.getTime()) {
        await cancelUnsent(tx, { sessionId, kinds: ['waitlistEnded'], reason: 'deadlinesChanged', now })
      }
      await auditSession(tx, 'sessionDeadlinesChanged', sessionId, actor)
      return ok(null)
    }
    const sequence = session.calendarSequence + 1
    const enqueued = await enqueueChangeNotices(tx, {
      sessionId,
      sequence,
      previousTimes: seen,
      newTimes: times,
      to: expected === null ? 'pending' : 'all',
      expected: expected ?? undefined,
      now,
    })
    if (enqueued === null) return refuse('recipients-changed')
    await shortenOffers(tx, sessionId, times.registrationClosesAt)
    await tx.session.update({ where, data: { ...times, calendarSequence: sequence } })
    await cancelUnsent(tx, { sessionId, kinds: scheduledKinds, reason: 'sessionMoved', now })
    await auditSession(tx, 'sessionRescheduled', sessionId, actor)
    return ok(null)
  })
}
