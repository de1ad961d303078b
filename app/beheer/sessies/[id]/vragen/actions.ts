'use server'

import { refresh } from 'next/cache'
import { readAllValues, readFields } from '@/app/_lib/read-form-data'
import { adminFormAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { routes } from '@/lib/platform/routes'
import { triageQuestions } from '@/lib/triage/decide'
import { bulkSchema } from '@/lib/triage/schema'
import type { BulkTriageState } from './_components/agenda-question-list'

/** Gives all ticked questions a state, a theme or both. Refuses all when a colleague changed one meanwhile. */
export const bulkTriageAction = adminFormAction(
  {
    params: [idOr404],
    returnTo: routes.agendaQuestions,
    read: (form: unknown) => ({ ...readFields(form, 'state', 'theme'), ticked: readAllValues(form, 'ticked') }),
    schema: bulkSchema,
  },
  async ({ params: [sessionId], input, values, actor }): Promise<BulkTriageState> => {
    const result = await triageQuestions({ ...input, sessionId }, actor)
    refresh()
    return result.ok ? { status: 'done', result: result.value } : { status: 'refused', reason: result.reason, values }
  },
)
