import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import type { Result } from '@/lib/platform/result'
import { auditAgendaQuestion, findAgendaQuestion, lockOpenRound, lockRound, saveTriage } from './locks'
import { contactRefusal, isUndecided } from './rules'
import type { ClarificationRefusal, TriageRefusal } from './schema'

type ClarificationRequestInput = {
  sessionId: string
  answerId: string
  /** Made with the form (a UUID): the same form sent twice is one request. */
  requestId: string
  /** How often the organiser saw that this asker had been approached. */
  previousRequests: number
  /** By mail: the mail goes out. By phone: notes that somebody has called. */
  channel: 'email' | 'phone'
  /** What the organiser wants to know (plain text), may be empty. Stands in the mail. */
  ask: string
}

/**
 * Approaches an asker for a clarification and notes it. Refused unless they agreed to be approached in this very way, when
 * they or the session cancelled, and when a colleague did it meanwhile.
 */
export async function requestClarification(
  { sessionId, answerId, requestId, previousRequests, channel, ask }: ClarificationRequestInput,
  { now, organiserId }: Actor,
): Promise<Result<null, ClarificationRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await lockRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return { ok: false, reason: 'unknown-question' }
    if (await tx.clarificationRequest.findFirst({ where: { id: requestId, answerId } }))
      return { ok: true, value: null }
    if (round.closingId) return { ok: false, reason: 'round-closed' }
    const refusal = contactRefusal({ ...agendaQuestion.registration, session: round }, channel, now)
    if (refusal) return { ok: false, reason: refusal }
    if (agendaQuestion.requests !== previousRequests) return { ok: false, reason: 'requested-meanwhile' }

    const number = previousRequests + 1
    const request = { id: requestId, answerId, number, channel, requestedAt: now, requestedBy: organiserId }
    await tx.clarificationRequest.create({ data: request })
    if (isUndecided({ state: agendaQuestion.triage?.state ?? 'new' })) {
      await saveTriage(tx, { ...agendaQuestion, sessionId }, { state: 'awaitingClarification', textAtDecision: null })
    }
    if (channel === 'email') {
      const message = { kind: 'clarification', dedupeKey: `clarification:${answerId}:${number}` } as const
      const { registrationId } = agendaQuestion
      await enqueueMessage(tx, { ...message, sessionId, registrationId, details: { ask }, dueAt: now, now })
    }
    const action = channel === 'email' ? 'clarificationRequested' : 'askerCalled'
    await auditAgendaQuestion(tx, action, answerId, { now, organiserId })
    return { ok: true, value: null }
  })
}

type ClarificationInput = {
  sessionId: string
  answerId: string /** As the organiser saw it. */
  version: number
  text: string
}

/** Keeps what the asker told, beside the answer. A question that nobody has decided about is then clarified. */
export async function recordClarification(
  { sessionId, answerId, version, text }: ClarificationInput,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refusal = await lockOpenRound(tx, sessionId)
    if (refusal) return { ok: false, reason: refusal }
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return { ok: false, reason: 'unknown-question' }
    if (agendaQuestion.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if ((agendaQuestion.triage?.clarification ?? '') === text) return { ok: true, value: null }
    if (agendaQuestion.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    const clarified = text !== '' && isUndecided({ state: agendaQuestion.triage?.state ?? 'new' })
    await saveTriage(
      tx,
      { ...agendaQuestion, sessionId },
      { clarification: text, ...(clarified && { state: 'clarified' as const }) },
    )
    await auditAgendaQuestion(tx, 'clarificationRecorded', answerId, actor)
    return { ok: true, value: null }
  })
}
