import type { By } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auditAnswer, findAsked, holdOpenRound, holdRound, writeTriage } from './held'
import { isUndecided, whyNotAsk } from './rules'
import type { ClarificationRefusal, TriageRefusal } from './schema'

type Request = {
  sessionId: string
  answerId: string
  /** Made with the form (a UUID): the same form sent twice is one request. */
  requestId: string
  /** How often the organiser saw that this asker had been approached. */
  times: number
  /** By mail: the mail goes out. By phone: notes that somebody has called. */
  way: 'email' | 'phone'
  /** What the organiser wants to know (plain text), may be empty. Stands in the mail. */
  ask: string
}

/**
 * Approaches an asker for a clarification and notes it. Refused unless they agreed to be approached in this very way, when
 * they or the session cancelled, and when a colleague did it meanwhile.
 */
export async function askClarification(
  { sessionId, answerId, requestId, times, way, ask }: Request,
  { now, organiserId }: By,
): Promise<Result<null, ClarificationRefusal>> {
  return await db().$transaction(async (tx) => {
    const round = await holdRound(tx, sessionId)
    if (!round) return { ok: false, reason: 'unknown-session' }
    const asked = await findAsked(tx, sessionId, answerId)
    if (!asked) return { ok: false, reason: 'unknown-question' }
    if (await tx.clarificationRequest.findFirst({ where: { id: requestId, answerId } }))
      return { ok: true, value: null }
    if (round.closingId) return { ok: false, reason: 'round-closed' }
    const refused = whyNotAsk({ ...asked.registration, session: round }, way, now)
    if (refused) return { ok: false, reason: refused }
    if (asked.requests !== times) return { ok: false, reason: 'asked-meanwhile' }

    const number = times + 1
    const request = { id: requestId, answerId, number, way, askedAt: now, askedBy: organiserId }
    await tx.clarificationRequest.create({ data: request })
    if (isUndecided({ state: asked.triage?.state ?? 'fresh' })) {
      await writeTriage(tx, { ...asked, sessionId }, { state: 'awaiting', textBefore: null })
    }
    if (way === 'email') {
      const message = { kind: 'clarification', dedupeKey: `clarification:${answerId}:${number}` } as const
      const { registrationId } = asked
      await queueMessage(tx, { ...message, sessionId, registrationId, details: { ask }, dueAt: now, now })
    }
    const action = way === 'email' ? 'question.clarification-asked' : 'question.asker-called'
    await auditAnswer(tx, action, answerId, { now, organiserId })
    return { ok: true, value: null }
  })
}

type Told = { sessionId: string; answerId: string /** As the organiser saw it. */; version: number; text: string }

/** Keeps what the asker told, beside the answer. A question that nobody has decided about is then clarified. */
export async function saveClarification(
  { sessionId, answerId, version, text }: Told,
  by: By,
): Promise<Result<null, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refused = await holdOpenRound(tx, sessionId)
    if (refused) return { ok: false, reason: refused }
    const asked = await findAsked(tx, sessionId, answerId)
    if (!asked) return { ok: false, reason: 'unknown-question' }
    if (asked.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if ((asked.triage?.clarification ?? '') === text) return { ok: true, value: null }
    if (asked.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    const clarified = text !== '' && isUndecided({ state: asked.triage?.state ?? 'fresh' })
    await writeTriage(
      tx,
      { ...asked, sessionId },
      { clarification: text, ...(clarified && { state: 'clarified' as const }) },
    )
    await auditAnswer(tx, 'question.clarification-kept', answerId, by)
    return { ok: true, value: null }
  })
}
