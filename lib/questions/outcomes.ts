import type { By } from '@/lib/audit/commands'
import { queueMessages } from '@/lib/messages/commands'
import { outcomeKey } from '@/lib/messages/rules'
import { db, type Transaction } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { auditAnswer, auditRound, findAsked, holdRound, writeTriage } from './held'
import type { OutcomeRefusal, OutcomeTextRefusal } from './schema'

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

type OwnText = { sessionId: string; answerId: string /** As the organiser saw it. */; version: number; text: string }

/**
 * Keeps what one asker hears in place of our words, after the session and until the mails go out: also in a vragenronde that is
 * closed, because that is when it is written. Refused when the question is not as the organiser saw it.
 */
export async function writeOutcomeText(
  { sessionId, answerId, version, text }: OwnText,
  by: By,
): Promise<Result<null, OutcomeTextRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await holdRound(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    const asked = await findAsked(tx, sessionId, answerId)
    if (!asked) return { ok: false, reason: 'unknown-question' }
    if (asked.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if (session.endsAt > by.now) return { ok: false, reason: 'not-been' }
    if ((asked.triage?.outcomeText ?? '') === text) return { ok: true, value: null }
    if (await isTold(asked.registrationId, tx)) return { ok: false, reason: 'already-told' }
    if (asked.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    await writeTriage(tx, { ...asked, sessionId }, { outcomeText: text })
    await auditAnswer(tx, 'question.outcome-written', answerId, by)
    return { ok: true, value: null }
  })
}

/** An outcome that is in the outbox, or ever was. */
const told = { dedupeKey: { startsWith: outcomeKey('') } }

/** Whether the mail about what became of their question is on its way to this person, or gone. */
export async function isTold(registrationId: string, tx: Transaction = db()): Promise<boolean> {
  return (await tx.message.count({ where: { registrationId, ...told } })) > 0
}

/** The questions of which the asker still has to hear what became of them, in the order in which they came in. */
export function listUntold(sessionId: string, tx: Transaction = db()) {
  return tx.answer.findMany({
    where: {
      question: { sessionId, isAsked: true },
      registration: { ...whoTakesPart, erasedAt: null, messages: { none: told } },
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
