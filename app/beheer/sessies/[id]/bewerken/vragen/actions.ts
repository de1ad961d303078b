'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/form-questions'
import { type QuestionInput, questionChanges, questionSchema } from '@/lib/sessions/form-questions-schema'
import type { FormQuestionState } from './_components/form-question-form'
import type { FormQuestionListState } from './_components/form-question-list'

const questionFields = ['id', 'version', 'label', 'hint', 'required', 'kind', 'options'] as const

/** Puts a new question at the end of the form. */
export async function addQuestionAction(
  id: string,
  _previous: FormQuestionState,
  form: FormData,
): Promise<FormQuestionState> {
  const organiser = await requireOrganiser(routes.newFormQuestion(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const actor = { now: clock.now(), organiserId: organiser.id }
  return await saveFromForm(form, sessionId, (input, { id: newId }) =>
    addQuestion(sessionId, { ...input, id: idOr404(newId) }, actor),
  )
}

/** Words a question anew, unless a colleague did so since the form was opened. */
export async function saveQuestionAction(
  id: string,
  vraag: string,
  _previous: FormQuestionState,
  form: FormData,
): Promise<FormQuestionState> {
  const organiser = await requireOrganiser(routes.formQuestion(String(id), String(vraag)))
  const { id: sessionId } = await sessionOr404(id)
  const questionId = idOr404(String(vraag))
  const actor = { now: clock.now(), organiserId: organiser.id }
  return await saveFromForm(form, sessionId, (input, { version }) =>
    saveQuestion({ sessionId, id: questionId, input, version: Number(version) }, actor),
  )
}

type SaveQuestion = (
  input: QuestionInput,
  sent: Record<(typeof questionFields)[number], string>,
) => ReturnType<typeof addQuestion>

async function saveFromForm(form: FormData, sessionId: string, save: SaveQuestion): Promise<FormQuestionState> {
  const values = readFields(form, ...questionFields)
  const parsed = questionSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const saved = await save(parsed.data, values)
  if (!saved.ok) return { status: 'refused', reason: saved.reason, values }
  redirect(routes.formQuestions(sessionId))
}

const changeButtonSchema = z.tuple([z.enum(questionChanges), z.guid()])

/** Moves a question, stops asking it, asks it again or deletes it: what the button says that was pressed. */
export async function changeQuestionAction(
  id: string,
  _previous: FormQuestionListState,
  form: FormData,
): Promise<FormQuestionListState> {
  const organiser = await requireOrganiser(routes.formQuestions(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { intent, seen } = readFields(form, 'intent', 'seen')
  const { data } = changeButtonSchema.safeParse(intent.split(' '))
  if (!data) return { status: 'idle' }
  const [change, questionId] = data
  if (change === 'delete' && !canDelete(organiser.role)) redirect(routes.forbidden())
  const actor = { now: clock.now(), organiserId: organiser.id }
  const changed = await changeQuestion({ sessionId, id: questionId, change, seen }, actor)
  refresh()
  return changed.ok ? { status: 'done', change, id: questionId } : { status: 'refused', reason: changed.reason }
}
