'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { readFields } from '@/app/read-form'
import type { VisibilityState } from '@/components/organiser/visibility-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { publishWarnings } from '@/lib/sessions/rules'
import { publishWarningCodes, visibilities } from '@/lib/sessions/schema-content'
import { changeVisibility } from '@/lib/sessions/visibility'

/** Publishes, takes off the site, archives or brings back: what the button says that was pressed. */
export async function visibilityAction(
  id: string,
  _previous: VisibilityState,
  form: FormData,
): Promise<VisibilityState> {
  const organiser = await requireOrganiser(routes.editSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { press, knowing } = readFields(form, 'press', 'knowing')
  const visibility = visibilities.find((one) => one === press)
  if (!visibility) return { status: 'idle' }
  const known = publishWarningCodes.filter((warning) => knowing.split(' ').includes(warning))
  const now = clock.now()
  const changed = await changeVisibility(sessionId, visibility, { now, organiserId: organiser.id }, known)
  if (changed.ok) redirect(routes.editSession(sessionId, visibility))
  refresh()
  if (changed.reason !== 'not-warned') return { status: 'refused', reason: changed.reason }
  const session = await getSessionToEdit(sessionId)
  return { status: 'look', warnings: session ? publishWarnings(session, now) : [] }
}
