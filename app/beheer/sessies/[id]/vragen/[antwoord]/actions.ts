'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields, readFormData } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { toQuestionFilter } from '@/app/beheer/sessies/[id]/vragen/_lib/parse-question-filter'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion, listQuestionEntries } from '@/lib/triage/queries'
import { saveResultText } from '@/lib/triage/results'
import { findListPosition } from '@/lib/triage/rules'
import { type QuestionFilter, resultTextSchema, triageSchema } from '@/lib/triage/schema'
import type { ResultTextState } from './_components/result-text-form'
import type { TriageFormState } from './_components/triage-form'

/** Keeps what was decided about a question, and goes on to the next one of the list when that button was pressed. */
export async function triageAction(
  session: string,
  answer: string,
  listFilter: QuestionFilter,
  _previous: TriageFormState,
  form: FormData,
): Promise<TriageFormState> {
  const [sessionId, answerId, filter] = [
    idOr404(String(session)),
    idOr404(String(answer)),
    toQuestionFilter(listFilter),
  ]
  const organiser = await requireOrganiser(routes.agendaQuestion(sessionId, answerId, filter))
  const { intent, ...fields } = readFields(form, 'intent', 'state', 'theme', 'ownerId', 'note', 'version')
  // Only the form of after the session has this field: without it what stands there stays.
  const values = { ...fields, resultText: readFormData(form).get('resultText') }
  const parsed = triageSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  // Before the change: after it the filter may show other ones.
  const { next } = findListPosition(await listQuestionEntries(sessionId), answerId, filter)
  const saved = await triageQuestion(
    { ...parsed.data, sessionId, answerId, version: Number(values.version) || 0 },
    { now: clock.now(), organiserId: organiser.id },
  )
  if (!saved.ok) {
    const version = String((await getAgendaQuestion(sessionId, answerId))?.version ?? values.version)
    refresh()
    return { status: 'refused', reason: saved.reason, values: { ...values, version } }
  }
  if (intent !== 'save') {
    const listQuery = { ...filter, kept: true }
    redirect(next ? routes.agendaQuestion(sessionId, next, listQuery) : routes.agendaQuestions(sessionId, listQuery))
  }
  refresh()
  return { status: 'saved' }
}

/** Keeps what one asker hears in place of our words, also once the vragenronde is closed. */
export async function resultTextAction(
  session: string,
  answer: string,
  _previous: ResultTextState,
  form: FormData,
): Promise<ResultTextState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.agendaQuestion(sessionId, answerId))
  const values = readFields(form, 'resultText', 'version')
  const parsed = resultTextSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const saved = await saveResultText(
    { sessionId, answerId, version: Number(values.version) || 0, text: parsed.data.resultText },
    { now: clock.now(), organiserId: organiser.id },
  )
  const version = String((await getAgendaQuestion(sessionId, answerId))?.version ?? values.version)
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values: { ...values, version } }
}
