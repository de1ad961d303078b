'use server'

import { refresh } from 'next/cache'
import { firstIssueByField, readAllValues, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { triageQuestions } from '@/lib/triage/decide'
import { bulkSchema } from '@/lib/triage/schema'
import type { BulkTriageState } from './_components/agenda-question-list'

/** Gives all questions that were ticked a state, a theme or both. */
export async function bulkTriageAction(
  session: string,
  _previous: BulkTriageState,
  form: FormData,
): Promise<BulkTriageState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.agendaQuestions(sessionId))
  const values = { ...readFields(form, 'state', 'theme'), ticked: readAllValues(form, 'ticked') }
  const parsed = bulkSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const result = await triageQuestions({ ...parsed.data, sessionId }, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return result.ok
    ? { status: 'done', count: result.value.count }
    : { status: 'refused', reason: result.reason, values }
}
