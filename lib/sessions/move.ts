import type { By } from '@/lib/audit/commands'
import { queueChange } from '@/lib/messages/changes'
import { dropUnsent } from '@/lib/messages/commands'
import { plannedKinds } from '@/lib/messages/schema'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditSession, holdSession } from './held'
import { stampOf, timesAreInOrder, whatMoves } from './rules'
import type { MoveRefusal, SessionTimes } from './schema'

type Move = {
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
export async function moveSession(
  { sessionId, seen, times, expected }: Move,
  by: By,
): Promise<Result<null, MoveRefusal>> {
  const moves = whatMoves(seen, times)
  if (moves === 'nothing') return { ok: false, reason: 'nothing-changed' }
  if (!timesAreInOrder(times)) return { ok: false, reason: 'times-out-of-order' }
  return await db().$transaction(async (tx) => {
    const session = await holdSession(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.archivedAt) return { ok: false, reason: 'session-archived' }
    if (stampOf(session) === stampOf(times)) return { ok: true, value: null }
    if (stampOf(session) !== stampOf(seen)) return { ok: false, reason: 'changed-meanwhile' }

    if (moves === 'deadlines') {
      await changeDeadlines(tx, { sessionId, seen, times }, by)
      return { ok: true, value: null }
    }
    const sequence = session.calendarSequence + 1
    const told = await queueChange(tx, {
      sessionId,
      sequence,
      was: seen,
      is: times,
      to: expected === null ? 'promised' : 'all',
      expected: expected ?? undefined,
      now: by.now,
    })
    if (told === null) return { ok: false, reason: 'recipients-changed' }
    await shortenOffers(tx, sessionId, times)
    await tx.session.update({ where: { id: sessionId }, data: { ...times, calendarSequence: sequence } })
    await dropUnsent(tx, { sessionId, kinds: plannedKinds, reason: 'session-moved', now: by.now })
    await auditSession(tx, 'session.moved', { sessionId, ...by })
    return { ok: true, value: null }
  })
}

/** Nobody has to come at another time: no mail, and no new calendar file. */
async function changeDeadlines(tx: Transaction, { sessionId, seen, times }: Omit<Move, 'expected'>, by: By) {
  await shortenOffers(tx, sessionId, times)
  await tx.session.update({ where: { id: sessionId }, data: times })
  if (seen.questionDeadlineAt.getTime() !== times.questionDeadlineAt.getTime()) {
    await dropUnsent(tx, { sessionId, kinds: ['question-deadline'], reason: 'deadlines-changed', now: by.now })
  }
  await auditSession(tx, 'session.deadlines-changed', { sessionId, ...by })
}

/** No place is kept for longer than somebody can sign up. */
async function shortenOffers(tx: Transaction, sessionId: string, { registrationClosesAt: closesAt }: SessionTimes) {
  await tx.registration.updateMany({
    where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: closesAt } },
    data: { offerExpiresAt: closesAt },
  })
}
