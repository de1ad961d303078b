'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { publishWarningCodes, visibilities } from '@/lib/sessions/details-schema'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { publishWarnings } from '@/lib/sessions/rules'
import { changeVisibility } from '@/lib/sessions/visibility'
import type { VisibilityState } from './_components/visibility-form'

/** Publishes, takes off the site, archives or brings back: what the button says that was pressed. */
export async function visibilityAction(
  id: string,
  _previous: VisibilityState,
  form: FormData,
): Promise<VisibilityState> {
  const organiser = await requireOrganiser(routes.editSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { intent, acknowledged } = readFields(form, 'intent', 'acknowledged')
  const visibility = visibilities.find((candidate) => candidate === intent)
  if (!visibility) return { status: 'idle' }
  const acknowledgedWarnings = publishWarningCodes.filter((warning) => acknowledged.split(' ').includes(warning))
  const now = clock.now()
  const changed = await changeVisibility(
    sessionId,
    visibility,
    { now, organiserId: organiser.id },
    acknowledgedWarnings,
  )
  if (changed.ok) redirect(routes.editSession(sessionId, visibility))
  refresh()
  if (changed.reason !== 'warnings-not-acknowledged') return { status: 'refused', reason: changed.reason }
  const session = await getSessionToEdit(sessionId)
  return { status: 'warned', warnings: session ? publishWarnings(session, now) : [] }
}
