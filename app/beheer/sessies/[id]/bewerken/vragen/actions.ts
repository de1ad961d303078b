'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction, adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404, nullOrIdOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { canDelete } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/form-questions'
import { questionChanges, questionSchema } from '@/lib/sessions/form-questions-schema'
import type { FormQuestionState } from './_components/form-question-form'
import type { FormQuestionListState } from './_components/form-question-list'

/** Saves a question of the sign-up form; a `null` id adds one. Refuses when a colleague changed it meanwhile. */
export const saveQuestionAction = adminFormAction(
  {
    params: [idOr404, nullOrIdOr404],
    returnTo: (sessionId, id) => (id ? routes.formQuestion(sessionId, id) : routes.newFormQuestion(sessionId)),
    read: fields('id', 'version', 'label', 'hint', 'required', 'kind', 'options'),
    schema: questionSchema,
  },
  async ({ params: [sessionId, id], input, values, actor }): Promise<FormQuestionState> => {
    await sessionOr404(sessionId)
    const saved = id
      ? await saveQuestion({ sessionId, id, input, version: Number(values.version) }, actor)
      : await addQuestion(sessionId, { ...input, id: idOr404(values.id) }, actor)
    if (!saved.ok) return { status: 'refused', reason: saved.reason, values }
    redirect(routes.formQuestions(sessionId))
  },
)

const changeButtonSchema = z.tuple([z.enum(questionChanges), z.guid()])

/**
 * Moves, retires, restores or deletes a question of the sign-up form, or makes it the agenda question. `intent` is
 * "<change> <question id>".
 */
export const changeQuestionAction = adminAction(
  { params: [idOr404], returnTo: routes.formQuestions },
  async ({ params: [sessionId], intent, form, organiser, actor }): Promise<FormQuestionListState> => {
    await sessionOr404(sessionId)
    const { data: button } = changeButtonSchema.safeParse(intent.split(' '))
    if (!button) return { status: 'idle' }
    const [change, id] = button
    if (change === 'delete' && !canDelete(organiser.role)) redirect(routes.forbidden())
    const changed = await changeQuestion({ sessionId, id, change, seen: readFields(form, 'seen').seen }, actor)
    refresh()
    return changed.ok
      ? { status: 'done', result: { change, id } }
      : { status: 'refused', reason: changed.reason, values: null }
  },
)
