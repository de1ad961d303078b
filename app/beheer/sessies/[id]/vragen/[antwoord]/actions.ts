'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { toFilter } from '@/app/beheer/sessies/[id]/vragen/read-filter'
import { firstReasons, readFields, readForm } from '@/app/read-form'
import type { OutcomeTextState } from '@/components/organiser/outcome-text-form'
import type { TriageFormState } from '@/components/organiser/triage-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { triageQuestion } from '@/lib/questions/commands'
import { writeOutcomeText } from '@/lib/questions/outcomes'
import { getQuestion, listQuestionPlaces } from '@/lib/questions/queries'
import { placeInTurn } from '@/lib/questions/rules'
import { outcomeTextSchema, type QuestionFilter, triageSchema } from '@/lib/questions/schema'

/** Keeps what was decided about a question, and goes on to the next one of the list when that button was pressed. */
export async function triageAction(
  session: string,
  answer: string,
  list: QuestionFilter,
  _previous: TriageFormState,
  form: FormData,
): Promise<TriageFormState> {
  const [sessionId, answerId, filter] = [idOr404(String(session)), idOr404(String(answer)), toFilter(list)]
  const organiser = await requireOrganiser(routes.question(sessionId, answerId, filter))
  const { press, ...fields } = readFields(form, 'press', 'state', 'theme', 'ownerId', 'note', 'version')
  // Only the form of after the session has this field: without it what stands there stays.
  const values = { ...fields, outcomeText: readForm(form).get('outcomeText') }
  const parsed = triageSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  // Before the change: after it the filter may show other ones.
  const { next } = placeInTurn(await listQuestionPlaces(sessionId), answerId, filter)
  const saved = await triageQuestion(
    { ...parsed.data, sessionId, answerId, version: Number(values.version) || 0 },
    { now: clock.now(), organiserId: organiser.id },
  )
  if (!saved.ok) {
    const version = String((await getQuestion(sessionId, answerId))?.version ?? values.version)
    refresh()
    return { status: 'refused', reason: saved.reason, values: { ...values, version } }
  }
  if (press !== 'save') {
    const kept = { ...filter, kept: true }
    redirect(next ? routes.question(sessionId, next, kept) : routes.questions(sessionId, kept))
  }
  refresh()
  return { status: 'saved' }
}

/** Keeps what one asker hears in place of our words, also once the vragenronde is closed. */
export async function outcomeTextAction(
  session: string,
  answer: string,
  _previous: OutcomeTextState,
  form: FormData,
): Promise<OutcomeTextState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.question(sessionId, answerId))
  const values = readFields(form, 'outcomeText', 'version')
  const parsed = outcomeTextSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const saved = await writeOutcomeText(
    { sessionId, answerId, version: Number(values.version) || 0, text: parsed.data.outcomeText },
    { now: clock.now(), organiserId: organiser.id },
  )
  const version = String((await getQuestion(sessionId, answerId))?.version ?? values.version)
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values: { ...values, version } }
}
