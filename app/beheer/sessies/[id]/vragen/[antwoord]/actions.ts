'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields, readFormData } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { toQuestionFilter } from '@/app/beheer/sessies/[id]/vragen/_lib/parse-question-filter'
import { routes } from '@/lib/platform/routes'
import { triageQuestion } from '@/lib/triage/decide'
import { listQuestionEntries } from '@/lib/triage/queries'
import { saveResultText } from '@/lib/triage/results'
import { findListPosition } from '@/lib/triage/rules'
import { resultTextSchema, triageSchema } from '@/lib/triage/schema'
import type { ResultTextState } from './_components/result-text-form'
import type { TriageFormState } from './_components/triage-form'
import { latestVersion } from './_lib/latest-version'

const readTriageForm = (form: unknown) => ({
  ...readFields(form, 'state', 'theme', 'ownerId', 'note', 'version'),
  // The field exists only after the session. Without it the stored text stays.
  resultText: readFormData(form).get('resultText'),
})

/** Saves the triage of a question, and continues with the next one of the list when that button was pressed. */
export const triageAction = adminFormAction(
  {
    params: [idOr404, idOr404, toQuestionFilter],
    returnTo: (sessionId, answerId, filter) => routes.agendaQuestion(sessionId, answerId, filter),
    read: readTriageForm,
    schema: triageSchema,
  },
  async ({ params: [sessionId, answerId, filter], input, values, intent, actor }): Promise<TriageFormState> => {
    // Read before the change, after which the filter can match other questions.
    const { next } = findListPosition(await listQuestionEntries(sessionId), answerId, filter)
    const saved = await triageQuestion({ ...input, sessionId, answerId, version: Number(values.version) || 0 }, actor)
    if (!saved.ok) {
      const version = await latestVersion(sessionId, answerId, values.version)
      refresh()
      return { status: 'refused', reason: saved.reason, values: { ...values, version } }
    }
    if (intent !== 'save') {
      const listQuery = { ...filter, kept: true }
      redirect(next ? routes.agendaQuestion(sessionId, next, listQuery) : routes.agendaQuestions(sessionId, listQuery))
    }
    refresh()
    return { status: 'done', result: 'saved' }
  },
)

/** Saves the text that one asker reads instead of the default text, also after the round was closed. */
export const resultTextAction = adminFormAction(
  {
    params: [idOr404, idOr404],
    returnTo: (sessionId, answerId) => routes.agendaQuestion(sessionId, answerId),
    read: fields('resultText', 'version'),
    schema: resultTextSchema,
  },
  async ({ params: [sessionId, answerId], input, values, actor }): Promise<ResultTextState> => {
    const text = input.resultText
    const saved = await saveResultText({ sessionId, answerId, version: Number(values.version) || 0, text }, actor)
    const version = await latestVersion(sessionId, answerId, values.version)
    refresh()
    return saved.ok
      ? { status: 'done', result: 'saved' }
      : { status: 'refused', reason: saved.reason, values: { ...values, version } }
  },
)
