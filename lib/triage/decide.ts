import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import {
  type AgendaQuestion,
  auditAgendaQuestion,
  changeAgendaQuestion,
  findAgendaQuestion,
  saveTriage,
} from './agenda-questions'
import { lockOpenRound } from './locks'
import { hasResultMessage } from './results'
import { normalizeThemeName } from './rules'
import type { BulkInput, TriageInput, TriageRefusal } from './schema'
import { deleteEmptyThemes, findOrCreateTheme } from './themes'

type Decision = TriageInput & {
  sessionId: string
  answerId: string
  /** Version that the organiser saw; 0 for an untouched question. */
  version: number
}

/**
 * Saves the decision about one question. Saving the current decision again succeeds without a change. Refuses with
 * `changed-meanwhile` when the question changed since `version`.
 */
export async function triageQuestion(
  { sessionId, answerId, version, ...decision }: Decision,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await changeAgendaQuestion({ sessionId, answerId }, async (tx, question) => {
    if (hasSameDecision(question, decision)) return ok(null)
    if (question.version !== version) return refuse('changed-meanwhile')
    const { theme, ownerId, ...change } = decision
    const { resultText } = change
    if (resultText !== undefined && resultText !== (question.triage?.resultText ?? '')) {
      if (await hasResultMessage(question.registrationId, tx)) return refuse('result-already-sent')
    }
    if (ownerId && ownerId !== question.triage?.ownerId && !(await isActiveOrganiser(tx, ownerId)))
      return refuse('unknown-owner')
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : null
    await saveTriage(tx, question, { ...change, ownerId, themeId, textAtDecision: null })
    await deleteEmptyThemes(tx, sessionId)
    await auditAgendaQuestion(tx, 'agendaQuestionTriaged', answerId, actor)
    return ok(null)
  })
}

/** False if the asker changed the question after the decision: then the decision must be confirmed. */
const isDecisionCurrent = (triage: AgendaQuestion['triage']) => (triage?.textAtDecision ?? null) === null

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

const hasBulkDecision = ({ triage }: AgendaQuestion, { state, theme }: Pick<BulkInput, 'state' | 'theme'>) =>
  isDecisionCurrent(triage) &&
  (!state || (triage?.state ?? 'new') === state) &&
  (!theme || triage?.theme?.normalizedName === normalizeThemeName(theme))

const isActiveOrganiser = async (tx: Transaction, id: string) =>
  (await tx.organiser.count({ where: { id, ...canLogIn } })) === 1

/**
 * Gives many questions the same state, the same theme or both, and returns their number. Questions that already have those
 * stay unchanged. Refuses all of them with `changed-meanwhile` when one changed since the organiser saw it.
 */
export async function triageQuestions(
  { sessionId, ticked, state, theme }: BulkInput & { sessionId: string },
  actor: Actor,
): Promise<Result<{ count: number }, TriageRefusal>> {
  return await db().$transaction(async (tx) => {
    const refusal = await lockOpenRound(tx, sessionId)
    if (refusal) return refuse(refusal)
    const selected = new Map(ticked.map((seen) => [seen.answerId, seen]))
    const changed: AgendaQuestion[] = []
    for (const { answerId, version } of selected.values()) {
      const question = await findAgendaQuestion(tx, sessionId, answerId)
      if (!question) return refuse('unknown-question')
      if (question.registration.cancelledAt) return refuse('asker-cancelled')
      if (hasBulkDecision(question, { state, theme })) continue
      if (question.version !== version) return refuse('changed-meanwhile')
      changed.push(question)
    }
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : undefined
    for (const question of changed) {
      await saveTriage(tx, question, { ...(state && { state }), themeId, textAtDecision: null })
      await auditAgendaQuestion(tx, 'agendaQuestionTriaged', question.id, actor)
    }
    await deleteEmptyThemes(tx, sessionId)
    return ok({ count: selected.size })
  })
}
