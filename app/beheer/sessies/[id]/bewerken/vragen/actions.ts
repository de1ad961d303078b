'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { idOr404 } from '@/app/beheer/read-params'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { FormQuestionState } from '@/components/organiser/form-question-form'
import type { FormQuestionListState } from '@/components/organiser/form-question-list'
import { requireOrganiser } from '@/lib/organisers/current'
import { canDelete } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/questions'
import { type QuestionInput, questionChanges, questionSchema } from '@/lib/sessions/schema-questions'

const fields = ['id', 'version', 'label', 'hint', 'required', 'kind', 'options'] as const

/** Puts a new question at the end of the form. */
export async function addQuestionAction(
  id: string,
  _previous: FormQuestionState,
  form: FormData,
): Promise<FormQuestionState> {
  const organiser = await requireOrganiser(routes.newFormQuestion(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const by = { now: clock.now(), organiserId: organiser.id }
  return await keep(form, sessionId, (input, { id: made }) =>
    addQuestion(sessionId, { ...input, id: idOr404(made) }, by),
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
  const question = idOr404(String(vraag))
  const by = { now: clock.now(), organiserId: organiser.id }
  return await keep(form, sessionId, (input, { version }) =>
    saveQuestion({ sessionId, id: question, input, version: Number(version) }, by),
  )
}

type Keep = (input: QuestionInput, sent: Record<(typeof fields)[number], string>) => ReturnType<typeof addQuestion>

async function keep(form: FormData, sessionId: string, save: Keep): Promise<FormQuestionState> {
  const values = readFields(form, ...fields)
  const parsed = questionSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const kept = await save(parsed.data, values)
  if (!kept.ok) return { status: 'refused', reason: kept.reason, values }
  redirect(routes.formQuestions(sessionId))
}

const pressed = z.tuple([z.enum(questionChanges), z.guid()])

/** Moves a question, stops asking it, asks it again or deletes it: what the button says that was pressed. */
export async function changeQuestionAction(
  id: string,
  _previous: FormQuestionListState,
  form: FormData,
): Promise<FormQuestionListState> {
  const organiser = await requireOrganiser(routes.formQuestions(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { press, seen } = readFields(form, 'press', 'seen')
  const { data } = pressed.safeParse(press.split(' '))
  if (!data) return { status: 'idle' }
  const [change, question] = data
  if (change === 'delete' && !canDelete(organiser.role)) redirect(routes.notAllowed())
  const by = { now: clock.now(), organiserId: organiser.id }
  const changed = await changeQuestion({ sessionId, id: question, change, seen }, by)
  refresh()
  return changed.ok ? { status: 'done', change, id: question } : { status: 'refused', reason: changed.reason }
}
