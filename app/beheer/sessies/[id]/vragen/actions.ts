'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readAll, readFields } from '@/app/read-form'
import type { BulkState } from '@/components/organiser/asked-question-list'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { triageMany } from '@/lib/questions/commands'
import { bulkSchema } from '@/lib/questions/schema'

/** Gives all questions that were ticked a state, a theme or both. */
export async function bulkAction(session: string, _previous: BulkState, form: FormData): Promise<BulkState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.questions(sessionId))
  const values = { ...readFields(form, 'state', 'theme'), ticked: readAll(form, 'ticked') }
  const parsed = bulkSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const done = await triageMany({ ...parsed.data, sessionId }, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return done.ok ? { status: 'done', count: done.value.count } : { status: 'refused', reason: done.reason, values }
}
