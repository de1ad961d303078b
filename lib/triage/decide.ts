import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import type { Result } from '@/lib/platform/result'
import { type AgendaQuestion, auditAgendaQuestion, findAgendaQuestion, lockOpenRound, saveTriage } from './locks'
import { hasResultMessage } from './results'
import { normalizeThemeName } from './rules'
import type { BulkInput, TriageInput, TriageRefusal } from './schema'
import { deleteEmptyThemes, findOrCreateTheme } from './themes'

type Decision = TriageInput & {
  sessionId: string
  answerId: string
  /** Of the question as the organiser saw it; 0 when nobody had touched it. */
  version: number
}

/**
 * Keeps what an organiser decided about one question. Refused when it is not as they saw it any more; the same decision
 * twice, by whomever, is the one that stands.
 */
export async function triageQuestion(
  { sessionId, answerId, version, ...decision }: Decision,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refusal = await lockOpenRound(tx, sessionId)
    if (refusal) return { ok: false, reason: refusal }
    const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
    if (!agendaQuestion) return { ok: false, reason: 'unknown-question' }
    if (agendaQuestion.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
    if (hasSameDecision(agendaQuestion, decision)) return { ok: true, value: null }
    if (agendaQuestion.version !== version) return { ok: false, reason: 'changed-meanwhile' }
    const { theme, ownerId, ...change } = decision
    const { resultText } = change
    if (resultText !== undefined && resultText !== (agendaQuestion.triage?.resultText ?? '')) {
      if (await hasResultMessage(agendaQuestion.registrationId, tx)) return { ok: false, reason: 'result-already-sent' }
    }
    if (ownerId && ownerId !== agendaQuestion.triage?.ownerId && !(await isActiveOrganiser(tx, ownerId)))
      return { ok: false, reason: 'unknown-owner' }
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : null
    await saveTriage(tx, { ...agendaQuestion, sessionId }, { ...change, ownerId, themeId, textAtDecision: null })
    await deleteEmptyThemes(tx, sessionId)
    await auditAgendaQuestion(tx, 'agendaQuestionTriaged', answerId, actor)
    return { ok: true, value: null }
  })
}

/** Whether what was decided is about the question as it is now: of another the same decision has to be made anew. */
const isDecisionCurrent = (triage: AgendaQuestion['triage']) => (triage?.textAtDecision ?? null) === null

/** Whether this is how the question stands already. */
function hasSameDecision(
  { triage }: AgendaQuestion,
  { state, theme, ownerId, note, resultText }: TriageInput,
): boolean {
  return (
    isDecisionCurrent(triage) &&
    (triage?.state ?? 'new') === state &&
    (triage?.theme?.normalizedName ?? '') === normalizeThemeName(theme) &&
    (triage?.ownerId ?? null) === ownerId &&
    (triage?.note ?? '') === note &&
    (resultText === undefined || (triage?.resultText ?? '') === resultText)
  )
}

/** Whether a question has the state and the theme that many get: the same press twice changes nothing. */
const hasBulkDecision = ({ triage }: AgendaQuestion, { state, theme }: Pick<BulkInput, 'state' | 'theme'>) =>
  isDecisionCurrent(triage) &&
  (!state || (triage?.state ?? 'new') === state) &&
  (!theme || triage?.theme?.normalizedName === normalizeThemeName(theme))

const isActiveOrganiser = async (tx: Transaction, id: string) =>
  (await tx.organiser.count({ where: { id, ...canLogIn } })) === 1

/**
 * Gives many questions the same theme, the same state or both; gives how many. All or nothing: refused when one of them is
 * not as the organiser saw it any more; those that are so already stay as they are.
 */
export async function triageQuestions(
  { sessionId, ticked, state, theme }: BulkInput & { sessionId: string },
  actor: Actor,
): Promise<Result<{ count: number }, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refusal = await lockOpenRound(tx, sessionId)
    if (refusal) return { ok: false, reason: refusal }
    const changed: AgendaQuestion[] = []
    for (const { answerId, version } of new Map(ticked.map((seen) => [seen.answerId, seen])).values()) {
      const agendaQuestion = await findAgendaQuestion(tx, sessionId, answerId)
      if (!agendaQuestion) return { ok: false, reason: 'unknown-question' }
      if (agendaQuestion.registration.cancelledAt) return { ok: false, reason: 'asker-cancelled' }
      if (hasBulkDecision(agendaQuestion, { state, theme })) continue
      if (agendaQuestion.version !== version) return { ok: false, reason: 'changed-meanwhile' }
      changed.push(agendaQuestion)
    }
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : undefined
    for (const agendaQuestion of changed) {
      await saveTriage(tx, { ...agendaQuestion, sessionId }, { ...(state && { state }), themeId, textAtDecision: null })
      await auditAgendaQuestion(tx, 'agendaQuestionTriaged', agendaQuestion.id, actor)
    }
    await deleteEmptyThemes(tx, sessionId)
    return { ok: true, value: { count: new Set(ticked.map(({ answerId }) => answerId)).size } }
  })
}
