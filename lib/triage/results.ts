import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditAgendaQuestion, findAgendaQuestion, saveTriage } from './agenda-questions'
import { auditRound, lockRound } from './locks'
import type { ResultTextRefusal, SendResultsRefusal } from './schema'

/**
 * Mails each asker the result of their question after the session, once per question. Returns the number of mails.
 * Refuses with `recipients-changed` when that number is not `expected`.
 */
export async function sendResults(
  { sessionId, expected }: { sessionId: string; expected: number },
  { now, organiserId }: Actor,
): Promise<Result<{ count: number }, SendResultsRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockRound(tx, sessionId)
    if (!session) return refuse('unknown-session')
    if (session.cancelledAt) return refuse('session-cancelled')
    if (session.endsAt > now) return refuse('session-not-ended')
    const pending = await listPendingResults(sessionId, tx)
    if (pending.length !== expected) return refuse('recipients-changed')
    if (pending.length === 0) return refuse('nobody')
    const count = await enqueueMessages(
      tx,
      pending.map(({ id, registrationId }) => ({
        kind: 'questionResult' as const,
        dedupeKey: `outcome:${id}`,
        sessionId,
        registrationId,
        dueAt: now,
        now,
      })),
    )
    await auditRound(tx, 'resultsSent', sessionId, { now, organiserId })
    return ok({ count })
  })
}

type ResultTextUpdate = {
  sessionId: string
  answerId: string
  /** Version that the organiser saw. */
  version: number
  text: string
}

/**
 * Saves the text that replaces the standard text in the result mail of one asker. Possible after the session until that
 * mail is enqueued, also in a closed round. Refuses with `changed-meanwhile` when the question changed since `version`.
 */
export async function saveResultText(
  { sessionId, answerId, version, text }: ResultTextUpdate,
  actor: Actor,
): Promise<Result<null, ResultTextRefusal>> {
  return await db().$transaction(async (tx) => {
    const session = await lockRound(tx, sessionId)
    if (!session) return refuse('unknown-session')
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return refuse('unknown-question')
    if (agendaQuestion.registration.cancelledAt) return refuse('asker-cancelled')
    if (session.endsAt > actor.now) return refuse('session-not-ended')
    if ((agendaQuestion.triage?.resultText ?? '') === text) return ok(null)
    if (await hasResultMessage(agendaQuestion.registrationId, tx)) return refuse('result-already-sent')
    if (agendaQuestion.version !== version) return refuse('changed-meanwhile')
    await saveTriage(tx, agendaQuestion, { resultText: text })
    await auditAgendaQuestion(tx, 'resultTextSaved', answerId, actor)
    return ok(null)
  })
}

/** Matches result mails in the outbox, sent or not. */
const resultMessage = { kind: 'questionResult' } as const

/** True if the result mail of this registration was ever enqueued. */
export async function hasResultMessage(registrationId: string, tx: Transaction = db()): Promise<boolean> {
  return (await tx.message.count({ where: { registrationId, ...resultMessage } })) > 0
}

/** Returns the questions without a result mail, in the order of registration. */
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
