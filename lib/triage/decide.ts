import type { Actor } from '@/lib/audit/commands'
import type { Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { type AgendaQuestion, changeAgendaQuestion, findAgendaQuestion } from './agenda-questions'
import { changeOpenRound } from './locks'
import { hasResultMessage } from './results'
import { normalizeThemeName } from './rules'
import { auditAgendaQuestion, saveTriage } from './save-triage'
import type { BulkInput, QuestionKey, TriageInput, TriageRefusal } from './schema'
import { deleteEmptyThemes, findOrCreateTheme } from './themes'

/**
 * Saves the decision about one agenda question. Saving the current decision again succeeds without a change. Refuses with
 * `changed-meanwhile` when the question or its triage changed since `version`.
 */
export async function triageQuestion(
  { sessionId, answerId, version, ...decision }: TriageInput & QuestionKey,
  actor: Actor,
): Promise<Result<null, TriageRefusal>> {
  return await changeAgendaQuestion({ sessionId, answerId }, async (tx, question) => {
    const { triage, registrationId } = question
    if (hasDecision(question, decision)) return ok(null)
    if (triage.version !== version) return refuse('changed-meanwhile')
    const { theme, ...change } = decision
    const { ownerId, resultText = triage.resultText } = change
    if (resultText !== triage.resultText && (await hasResultMessage(registrationId, tx)))
      return refuse('result-already-sent')
    if (ownerId && ownerId !== triage.ownerId && !(await isActiveOrganiser(tx, ownerId))) return refuse('unknown-owner')
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : null
    await saveTriage(tx, question, { ...change, themeId, textAtDecision: null })
    await deleteEmptyThemes(tx, sessionId)
    await auditAgendaQuestion(tx, 'agendaQuestionTriaged', answerId, actor)
    return ok(null)
  })
}

/**
 * Returns whether a question already has this decision. Fields that are `undefined` are not compared. Returns `false`
 * after the asker edited the question, because organisers must then decide again.
 */
function hasDecision({ triage }: AgendaQuestion, { theme, ...fields }: Partial<Omit<TriageInput, 'version'>>): boolean {
  const hasTheme = theme === undefined || (triage.theme?.normalizedName ?? '') === normalizeThemeName(theme)
  const names = Object.keys(fields) as (keyof typeof fields)[]
  const hasFields = names.every((name) => fields[name] === undefined || fields[name] === triage[name])
  return triage.textAtDecision === null && hasTheme && hasFields
}

const isActiveOrganiser = async (tx: Transaction, id: string) =>
  (await tx.organiser.count({ where: { id, ...canLogIn } })) === 1

/**
 * Gives the ticked agenda questions a state, a theme or both, and returns the number of ticked questions. Questions that
 * have these already stay unchanged. Refuses all with `changed-meanwhile` when one changed since its `version`.
 */
export async function triageQuestions(
  { sessionId, ticked, state, theme }: BulkInput & { sessionId: string },
  actor: Actor,
): Promise<Result<{ count: number }, TriageRefusal>> {
  const decision = { state: state ?? undefined, theme: theme || undefined }
  return await changeOpenRound(sessionId, async (tx) => {
    const selected = new Map(ticked.map(({ answerId, version }) => [answerId, version]))
    const changed: AgendaQuestion[] = []
    for (const [answerId, version] of selected) {
      const question = await findAgendaQuestion(tx, { sessionId, answerId })
      if (!question) return refuse('unknown-question')
      if (question.registration.cancelledAt) return refuse('asker-cancelled')
      if (hasDecision(question, decision)) continue
      if (question.triage.version !== version) return refuse('changed-meanwhile')
      changed.push(question)
    }
    const themeId = theme ? await findOrCreateTheme(tx, sessionId, theme) : undefined
    for (const question of changed) {
      await saveTriage(tx, question, { state: decision.state, themeId, textAtDecision: null })
      await auditAgendaQuestion(tx, 'agendaQuestionTriaged', question.id, actor)
    }
    await deleteEmptyThemes(tx, sessionId)
    return ok({ count: selected.size })
  })
}
