import type { z } from 'zod'
import type { Actor } from '@/lib/audit/commands'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { changeAgendaQuestion, findAgendaQuestion } from './agenda-questions'
import { changeRound } from './locks'
import { contactRefusal, isUndecided } from './rules'
import { auditAgendaQuestion, saveTriage } from './save-triage'
import type { ClarificationRefusal, clarificationSchema, QuestionKey, TriageRefusal } from './schema'

type ClarificationRequest = QuestionKey & {
  /** UUID of the clarification request, made with the form, so that submitting the form twice makes one request. */
  requestId: string
  /** Number of earlier clarification requests about the agenda question that the form showed. */
  previousRequests: number
  /** `email` sends the asker the clarification request; `phone` records that an organiser called the asker. */
  channel: 'email' | 'phone'
  /** What the organiser wants the asker to clarify, as plain text for the mail. May be empty. */
  requestText: string
}

/**
 * Asks a participant to clarify an agenda question. Refuses a channel to which the asker did not agree, and a cancelled
 * registration or session. Refuses with `requested-meanwhile` when the number of earlier requests is not
 * `previousRequests`.
 */
export async function requestClarification(
  { requestId, previousRequests, channel, requestText, ...key }: ClarificationRequest,
  actor: Actor,
): Promise<Result<null, ClarificationRefusal>> {
  const { sessionId, answerId } = key
  const { now } = actor
  return await changeRound(sessionId, async (tx, round) => {
    const question = await findAgendaQuestion(tx, key)
    if (!question) return refuse('unknown-question')
    if (await tx.clarificationRequest.findFirst({ where: { id: requestId, answerId } })) return ok(null)
    if (round.closedRoundId) return refuse('round-closed')
    const refusal = contactRefusal({ ...question.registration, session: round }, channel, now)
    if (refusal) return refuse(refusal)
    if (question._count.requests !== previousRequests) return refuse('requested-meanwhile')

    const number = previousRequests + 1
    await tx.clarificationRequest.create({
      data: { id: requestId, answerId, number, channel, requestedAt: now, requestedBy: actor.organiserId },
    })
    if (isUndecided(question.triage))
      await saveTriage(tx, question, { state: 'awaitingClarification', textAtDecision: null })
    if (channel === 'email') {
      const dedupeKey = `clarification:${answerId}:${number}`
      const message = { kind: 'clarification', dedupeKey, details: { ask: requestText }, dueAt: now, now } as const
      await enqueueMessage(tx, { ...message, sessionId, registrationId: question.registrationId })
    }
    await auditAgendaQuestion(tx, channel === 'email' ? 'clarificationRequested' : 'askerCalled', answerId, actor)
    return ok(null)
  })
}

/**
 * Saves what the asker clarified. Unless empty, gives an undecided question the state `clarified`. Refuses with
 * `changed-meanwhile` when the question or its triage changed since `version`.
 */
export async function recordClarification(
  { clarification, version, ...key }: z.output<typeof clarificationSchema> & QuestionKey,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await changeAgendaQuestion(key, async (tx, question) => {
    const { triage } = question
    if (triage.clarification === clarification) return ok(null)
    if (triage.version !== version) return refuse('changed-meanwhile')
    const state = clarification && isUndecided(triage) ? 'clarified' : undefined
    await saveTriage(tx, question, { clarification, state })
    await auditAgendaQuestion(tx, 'clarificationRecorded', key.answerId, actor)
    return ok(null)
  })
}
