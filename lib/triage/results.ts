import type { z } from 'zod'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { attending, reachable } from '@/lib/db/scopes'
import { enqueueMessages } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { findAgendaQuestion } from './agenda-questions'
import { auditRound, changeRound } from './locks'
import { auditAgendaQuestion, saveTriage } from './save-triage'
import type { QuestionKey, ResultTextRefusal, resultTextSchema, SendResultsRefusal } from './schema'

/**
 * Enqueues a mail to each asker about the result of their question, once per question. Returns the number of mails.
 * Refuses with `recipients-changed` when that number is not `expected`.
 */
export async function sendResults(
  { sessionId, expected }: { sessionId: string; expected: number },
  actor: Actor,
): Promise<Result<{ count: number }, SendResultsRefusal>> {
  const { now } = actor
  return await changeRound(sessionId, async (tx, session) => {
    if (session.cancelledAt) return refuse('session-cancelled')
    if (session.endsAt > now) return refuse('session-not-ended')
    const pending = await listPendingResults(sessionId, tx)
    if (pending.length !== expected) return refuse('recipients-changed')
    if (pending.length === 0) return refuse('nobody')
    const messages = pending.map(({ id, registrationId }) => {
      return { ...resultMessage, dedupeKey: `outcome:${id}`, sessionId, registrationId, dueAt: now, now }
    })
    const count = await enqueueMessages(tx, messages)
    await auditRound(tx, 'resultsSent', sessionId, actor)
    return ok({ count })
  })
}

/**
 * Saves the text that replaces the standard text in the result mail of one asker. Possible after the session until that
 * mail is enqueued, even in a closed round. Refuses with `changed-meanwhile` when the question or its triage changed since
 * `version`.
 */
export async function saveResultText(
  { resultText, version, ...key }: z.output<typeof resultTextSchema> & QuestionKey,
  actor: Actor,
): Promise<Result<null, ResultTextRefusal>> {
  return await changeRound(key.sessionId, async (tx, session) => {
    const question = await findAgendaQuestion(tx, key)
    if (!question) return refuse('unknown-question')
    if (question.registration.cancelledAt) return refuse('asker-cancelled')
    if (session.endsAt > actor.now) return refuse('session-not-ended')
    if (question.triage.resultText === resultText) return ok(null)
    if (await hasResultMessage(question.registrationId, tx)) return refuse('result-already-sent')
    if (question.triage.version !== version) return refuse('changed-meanwhile')
    await saveTriage(tx, question, { resultText })
    await auditAgendaQuestion(tx, 'resultTextSaved', key.answerId, actor)
    return ok(null)
  })
}

/** Kind of the result mail, for new messages and as a Prisma filter. */
const resultMessage = { kind: 'questionResult' } as const

/** Returns whether the mail about the result of the agenda question was ever enqueued for this registration. */
export async function hasResultMessage(registrationId: string, tx: Transaction = db()): Promise<boolean> {
  return (await tx.message.count({ where: { registrationId, ...resultMessage } })) > 0
}

/** Returns a session's agenda questions whose result mail was never enqueued. The earliest registration comes first. */
export function listPendingResults(sessionId: string, tx: Transaction = db()) {
  return tx.answer.findMany({
    where: {
      question: { sessionId, isAgendaQuestion: true },
      registration: { ...attending, ...reachable, messages: { none: resultMessage } },
    },
    orderBy: [{ registration: { createdAt: 'asc' } }, { id: 'asc' }],
    include: { triage: true, registration: { select: { askedBeforeDeadline: true } } },
  })
}
