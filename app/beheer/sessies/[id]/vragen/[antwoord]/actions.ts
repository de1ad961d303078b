'use server'

import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { readFields, readFormData } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewMail } from '@/lib/notifications/preview'
import type { Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { recordClarification, requestClarification } from '@/lib/triage/clarification'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion, listQuestionEntries } from '@/lib/triage/queries'
import { saveResultText } from '@/lib/triage/results'
import { findListPosition } from '@/lib/triage/rules'
import {
  clarificationSchema,
  type QuestionKey,
  questionFilterSchema,
  requestClarificationSchema,
  resultTextSchema,
  triageSchema,
} from '@/lib/triage/schema'
import type { ResultTextState, TriageFormState } from './_components/triage-form'
import type { RecordState, RequestState } from './toelichting/_components/clarification-forms'

/**
 * Saves the triage of a question. The intent `save` stays on the page; any other intent opens the next question or,
 * after the last one, the list.
 */
export const triageAction = adminFormAction(
  {
    params: [idOr404, idOr404, (filter: unknown) => questionFilterSchema.parse(filter)],
    returnTo: routes.agendaQuestion,
    read: (form: unknown) => ({
      ...readFields(form, 'state', 'theme', 'ownerId', 'note', 'version'),
      // The form has this field only after the session. `undefined` keeps the stored text.
      resultText: readFormData(form).get('resultText'),
    }),
    schema: triageSchema,
  },
  async ({ params, input, values, intent, actor }): Promise<TriageFormState> => {
    const [sessionId, answerId, filter] = params
    // Read before saving, so that the next question is that of the list which the organiser saw.
    const { next } = findListPosition(await listQuestionEntries(sessionId), answerId, filter)
    const saved = await triageQuestion({ ...input, sessionId, answerId }, actor)
    if (!saved.ok || intent === 'save') return await toFormState(saved, { sessionId, answerId, values })
    const listQuery = { ...filter, kept: true }
    redirect(next ? routes.agendaQuestion(sessionId, next, listQuery) : routes.agendaQuestions(sessionId, listQuery))
  },
)

/** Saves the text that replaces the standard text in the result mail to one asker. Works in a closed triage round too. */
export const resultTextAction = adminFormAction(
  {
    params: [idOr404, idOr404],
    returnTo: routes.agendaQuestion,
    read: fields('resultText', 'version'),
    schema: resultTextSchema,
  },
  async ({ params: [sessionId, answerId], input, values, actor }): Promise<ResultTextState> => {
    const saved = await saveResultText({ ...input, sessionId, answerId }, actor)
    return await toFormState(saved, { sessionId, answerId, values })
  },
)

/** Saves what the asker clarified about a question. Refuses when a colleague changed the question meanwhile. */
export const recordClarificationAction = adminFormAction(
  {
    params: [idOr404, idOr404],
    returnTo: routes.clarification,
    read: fields('clarification', 'version'),
    schema: clarificationSchema,
  },
  async ({ params: [sessionId, answerId], input, values, actor }): Promise<RecordState> => {
    const saved = await recordClarification({ ...input, sessionId, answerId }, actor)
    return await toFormState(saved, { sessionId, answerId, values })
  },
)

/**
 * Returns the form state for `saved`, the result of saving a change to a question. A refusal contains the current
 * `version` of the question, so that submitting again is accepted.
 */
async function toFormState<Reason extends string, Values extends { version: string }>(
  saved: Result<null, Reason>,
  { sessionId, answerId, values }: QuestionKey & { values: Values },
) {
  refresh()
  if (saved.ok) return { status: 'done', result: 'saved' } as const
  const question = await getAgendaQuestion(sessionId, answerId)
  const version = question ? String(question.version) : values.version
  return { status: 'refused', reason: saved.reason, values: { ...values, version } } as const
}

/** Requests a clarification by mail, or records that the organiser called. The intent `preview` only shows the mail. */
export const requestClarificationAction = adminFormAction(
  {
    params: [idOr404, idOr404, (channel: unknown) => (channel === 'phone' ? 'phone' : 'email')],
    returnTo: routes.clarification,
    read: (form: unknown) => {
      const { requestText, requestId } = readFields(form, 'requestText', 'requestId')
      return { requestText, requestId: z.guid().safeParse(requestId).data?.toLowerCase() ?? randomUUID() }
    },
    schema: requestClarificationSchema,
  },
  async ({ params, input, values, intent, form, actor }): Promise<RequestState> => {
    const [sessionId, answerId, channel] = params
    const { requestText } = input
    if (intent === 'preview') {
      const { asker } = (await getAgendaQuestion(sessionId, answerId)) ?? notFound()
      const mail = { sessionId, kind: 'clarification', registrationId: asker.id, ask: requestText } as const
      return { status: 'previewed', values, preview: await previewMail(mail, { now: actor.now }) }
    }
    const previousRequests = Number(readFields(form, 'requestCount').requestCount) || 0
    const request = { ...values, ...input, sessionId, answerId, previousRequests, channel } as const
    const requested = await requestClarification(request, actor)
    refresh()
    return requested.ok ? { status: 'done', result: channel } : { status: 'refused', reason: requested.reason, values }
  },
)
