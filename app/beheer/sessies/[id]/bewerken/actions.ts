'use server'

import { refresh } from 'next/cache'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { readFields } from '@/app/read-form'
import type { VisibilityState } from '@/components/organiser/visibility-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { visibilities } from '@/lib/sessions/schema-content'
import { changeVisibility } from '@/lib/sessions/visibility'

/** Publishes, takes off the site, archives or brings back: what the button says that was pressed. */
export async function visibilityAction(
  id: string,
  _previous: VisibilityState,
  form: FormData,
): Promise<VisibilityState> {
  const organiser = await requireOrganiser(routes.editSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { press } = readFields(form, 'press')
  const visibility = visibilities.find((one) => one === press)
  if (!visibility) return { status: 'idle' }
  const changed = await changeVisibility(sessionId, visibility, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return changed.ok ? { status: 'done', visibility } : { status: 'refused', reason: changed.reason }
}
