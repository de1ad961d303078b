import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditAgendaQuestion, changeAgendaQuestion, findAgendaQuestion, saveTriage } from './agenda-questions'
import { lockRound } from './locks'
import { contactRefusal, isUndecided } from './rules'
import type { ClarificationRefusal, TriageRefusal } from './schema'

type ClarificationRequestInput = {
  sessionId: string
  answerId: string
  /** UUID made with the form: submitting the form twice is one request. */
  requestId: string
  /** Number of earlier requests that the organiser saw. */
  previousRequests: number
  /** `email` sends a mail; `phone` records that an organiser called. */
  channel: 'email' | 'phone'
  /** Plain text for the mail: what the organiser wants to know. May be empty. */
  ask: string
}

/**
 * Requests a clarification from the asker. Refuses another channel than the asker agreed to, and a cancelled asker or
 * session. Refuses with `requested-meanwhile` when the number of requests is not `previousRequests`.
 */
export async function requestClarification(
  { sessionId, answerId, requestId, previousRequests, channel, ask }: ClarificationRequestInput,
  { now, organiserId }: Actor,
): Promise<Result<null, ClarificationRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return refuse('unknown-session')
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return refuse('unknown-question')
    if (await tx.clarificationRequest.findFirst({ where: { id: requestId, answerId } })) return ok(null)
    if (round.closedRoundId) return refuse('round-closed')
    const refusal = contactRefusal({ ...agendaQuestion.registration, session: round }, channel, now)
    if (refusal) return refuse(refusal)
    if (agendaQuestion.requests !== previousRequests) return refuse('requested-meanwhile')

    const number = previousRequests + 1
    const request = { id: requestId, answerId, number, channel, requestedAt: now, requestedBy: organiserId }
    await tx.clarificationRequest.create({ data: request })
    if (isUndecided({ state: agendaQuestion.triage?.state ?? 'new' })) {
      await saveTriage(tx, agendaQuestion, { state: 'awaitingClarification', textAtDecision: null })
    }
    if (channel === 'email') {
      const message = { kind: 'clarification', dedupeKey: `clarification:${answerId}:${number}` } as const
      const { registrationId } = agendaQuestion
      await enqueueMessage(tx, { ...message, sessionId, registrationId, details: { ask }, dueAt: now, now })
    }
    const action = channel === 'email' ? 'clarificationRequested' : 'askerCalled'
    await auditAgendaQuestion(tx, action, answerId, { now, organiserId })
    return ok(null)
  })
}

type ClarificationInput = {
  sessionId: string
  answerId: string
  /** Version that the organiser saw. */
  version: number
  text: string
}

/**
 * Records what the asker clarified. An undecided question becomes `clarified`. Refuses with `changed-meanwhile` when the
 * question changed since `version`.
 */
export async function recordClarification(
  { sessionId, answerId, version, text }: ClarificationInput,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await changeAgendaQuestion({ sessionId, answerId }, async (tx, question) => {
    if ((question.triage?.clarification ?? '') === text) return ok(null)
    if (question.version !== version) return refuse('changed-meanwhile')
    const clarified = text !== '' && isUndecided({ state: question.triage?.state ?? 'new' })
    await saveTriage(tx, question, { clarification: text, ...(clarified && { state: 'clarified' as const }) })
    await auditAgendaQuestion(tx, 'clarificationRecorded', answerId, actor)
    return ok(null)
  })
}
