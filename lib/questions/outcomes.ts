import type { By } from '@/lib/audit/commands'
import { queueMessages } from '@/lib/messages/commands'
import { outcomeKey } from '@/lib/messages/rules'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { auditRound, holdRound } from './held'
import type { OutcomeRefusal } from './schema'

/**
 * Tells each asker by mail what became of the question, after the session: once for each question, however often it is
 * pressed. Gives how many mails. Refused when other than `expected` people would get one.
 */
export async function sendOutcomes(
  { sessionId, expected }: { sessionId: string; expected: number },
  { now, organiserId }: By,
): Promise<Result<{ count: number }, OutcomeRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await holdRound(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.endsAt > now) return { ok: false, reason: 'not-been' }
    const untold = await listUntold(sessionId, tx)
    if (untold.length !== expected) return { ok: false, reason: 'recipients-changed' }
    if (untold.length === 0) return { ok: false, reason: 'nobody' }
    const count = await queueMessages(
      tx,
      untold.map(({ id, registrationId }) => ({
        kind: 'outcome' as const,
        dedupeKey: outcomeKey(id),
        sessionId,
        registrationId,
        dueAt: now,
        now,
      })),
    )
    await auditRound(tx, 'round.outcomes-sent', sessionId, { now, organiserId })
    return { ok: true, value: { count } }
  })
}

/** The questions of which the asker still has to hear what became of them, in the order in which they came in. */
export function listUntold(sessionId: string, tx: Transaction = db()) {
  const told = { dedupeKey: { startsWith: outcomeKey('') } }
  return tx.answer.findMany({
    where: {
      question: { sessionId, isAsked: true },
      registration: { ...whoTakesPart, messages: { none: told } },
    },
    orderBy: [{ registration: { createdAt: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      registrationId: true,
      text: true,
      triage: { select: { state: true, outcomeText: true } },
      registration: { select: { questionInTime: true } },
    },
  })
}
