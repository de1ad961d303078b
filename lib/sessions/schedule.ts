import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { enqueueChangeNotices } from '@/lib/notifications/change-notices'
import { scheduledKinds } from '@/lib/notifications/schema'
import { cancelUnsent } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { auditSession, lockSession } from './locks'
import { areTimesInOrder, classifyScheduleChange, serializeTimes } from './rules'
import type { RescheduleRefusal, SessionTimes } from './schema'

type Reschedule = {
  sessionId: string
  /** The moments as the organiser saw them. */
  seen: SessionTimes
  times: SessionTimes
  /**
   * How many people the organiser was told it concerns; null when nobody is to hear of it. Who was promised a mail about an
   * earlier move that did not go out yet then still gets one, which tells how it is now.
   */
  expected: number | null
}

/**
 * Moves a session, or only its deadlines. Refused when it is not as the organiser saw it, or when other than `expected`
 * people would hear of it. The same move pressed again, by whomever, is the one that stands.
 */
export async function rescheduleSession(
  { sessionId, seen, times, expected }: Reschedule,
  actor: Actor,
): Promise<Result<null, RescheduleRefusal>> {
  const changeKind = classifyScheduleChange(seen, times)
  if (changeKind === 'nothing') return { ok: false, reason: 'nothing-changed' }
  if (!areTimesInOrder(times)) return { ok: false, reason: 'times-out-of-order' }
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.archivedAt) return { ok: false, reason: 'session-archived' }
    if (serializeTimes(session) === serializeTimes(times)) return { ok: true, value: null }
    if (serializeTimes(session) !== serializeTimes(seen)) return { ok: false, reason: 'changed-meanwhile' }

    if (changeKind === 'deadlines') {
      await changeDeadlines(tx, { sessionId, seen, times }, actor)
      return { ok: true, value: null }
    }
    const sequence = session.calendarSequence + 1
    const enqueued = await enqueueChangeNotices(tx, {
      sessionId,
      sequence,
      previousTimes: seen,
      newTimes: times,
      to: expected === null ? 'pending' : 'all',
      expected: expected ?? undefined,
      now: actor.now,
    })
    if (enqueued === null) return { ok: false, reason: 'recipients-changed' }
    await shortenOffers(tx, sessionId, times)
    await tx.session.update({ where: { id: sessionId }, data: { ...times, calendarSequence: sequence } })
    await cancelUnsent(tx, { sessionId, kinds: scheduledKinds, reason: 'session-moved', now: actor.now })
    await auditSession(tx, 'sessionRescheduled', { sessionId, ...actor })
    return { ok: true, value: null }
  })
}

/** Nobody has to come at another time: no mail, and no new calendar file. */
async function changeDeadlines(
  tx: Transaction,
  { sessionId, seen, times }: Omit<Reschedule, 'expected'>,
  actor: Actor,
) {
  await shortenOffers(tx, sessionId, times)
  await tx.session.update({ where: { id: sessionId }, data: times })
  if (seen.questionDeadlineAt.getTime() !== times.questionDeadlineAt.getTime()) {
    await cancelUnsent(tx, { sessionId, kinds: ['question-deadline'], reason: 'deadlines-changed', now: actor.now })
  }
  await auditSession(tx, 'sessionDeadlinesChanged', { sessionId, ...actor })
}

/** No place is kept for longer than somebody can sign up. */
async function shortenOffers(tx: Transaction, sessionId: string, { registrationClosesAt: closesAt }: SessionTimes) {
  await tx.registration.updateMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: closesAt } },
    data: { offerExpiresAt: closesAt },
  })
}
