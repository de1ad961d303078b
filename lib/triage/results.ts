import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import { questionResultKey } from '@/lib/outbox/retry-policy'
import type { Result } from '@/lib/platform/result'
import { auditAgendaQuestion, auditRound, findAgendaQuestion, lockRound, saveTriage } from './locks'
import type { ResultTextRefusal, SendResultsRefusal } from './schema'

/**
 * Tells each asker by mail what became of the question, after the session: once for each question, however often it is
 * pressed. Gives how many mails. Refused when other than `expected` people would get one.
 */
export async function sendResults(
  { sessionId, expected }: { sessionId: string; expected: number },
  { now, organiserId }: Actor,
): Promise<Result<{ count: number }, SendResultsRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockRound(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.endsAt > now) return { ok: false, reason: 'session-not-ended' }
    const pending = await listPendingResults(sessionId, tx)
    if (pending.length !== expected) return { ok: false, reason: 'recipients-changed' }
    if (pending.length === 0) return { ok: false, reason: 'nobody' }
    const count = await enqueueMessages(
      tx,
      pending.map(({ id, registrationId }) => ({
        kind: 'outcome' as const,
        dedupeKey: questionResultKey(id),
        sessionId,
        registrationId,
        dueAt: now,
        now,
      })),
    )
    await auditRound(tx, 'resultsSent', sessionId, { now, organiserId })
    return { ok: true, value: { count } }
  })
}

type ResultTextUpdate = {
  sessionId: string
  answerId: string /** As the organiser saw it. */
  version: number
  text: string
}

/**
 * Keeps what one asker hears in place of our words, after the session and until the mails go out: also in a vragenronde that is
 * closed, because that is when it is written. Refused when the question is not as the organiser saw it.
 */
export async function saveResultText(
  { sessionId, answerId, version, text }: ResultTextUpdate,
  actor: Actor,
): Promise<Result<null, ResultTextRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockRound(tx, sessionId)
    if (!session) return { ok: false, reason: 'unknown-session' }
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return { ok: false, reason: 'unknown-question' }
    if (agendaQuestion.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if (session.endsAt > actor.now) return { ok: false, reason: 'session-not-ended' }
    if ((agendaQuestion.triage?.resultText ?? '') === text) return { ok: true, value: null }
    if (await hasResultMessage(agendaQuestion.registrationId, tx)) return { ok: false, reason: 'result-already-sent' }
    if (agendaQuestion.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    await saveTriage(tx, { ...agendaQuestion, sessionId }, { resultText: text })
    await auditAgendaQuestion(tx, 'resultTextSaved', answerId, actor)
    return { ok: true, value: null }
  })
}

/** An outcome that is in the outbox, or ever was. */
const resultMessage = { dedupeKey: { startsWith: questionResultKey('') } }

/** Whether the mail about what became of their question is on its way to this person, or gone. */
export async function hasResultMessage(registrationId: string, tx: Transaction = db()): Promise<boolean> {
  return (await tx.message.count({ where: { registrationId, ...resultMessage } })) > 0
}

/** The questions of which the asker still has to hear what became of them, in the order in which they came in. */
export function listPendingResults(sessionId: string, tx: Transaction = db()) {
  return tx.answer.findMany({
    where: {
      question: { sessionId, isAgendaQuestion: true },
      registration: { ...attending, erasedAt: null, messages: { none: resultMessage } },
    },
    orderBy: [{ registration: { createdAt: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      registrationId: true,
      text: true,
      triage: { select: { state: true, resultText: true } },
      registration: { select: { askedBeforeDeadline: true } },
    },
  })
}
