'use server'

import { refresh } from 'next/cache'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { readFields } from '@/app/read-form'
import type { StandingState } from '@/components/organiser/standing-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { standings } from '@/lib/sessions/schema-content'
import { changeStanding } from '@/lib/sessions/standing'

/** Publishes, takes off the site, archives or brings back: what the button says that was pressed. */
export async function standingAction(id: string, _previous: StandingState, form: FormData): Promise<StandingState> {
  const organiser = await requireOrganiser(routes.editSession(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { press } = readFields(form, 'press')
  const standing = standings.find((one) => one === press)
  if (!standing) return { status: 'idle' }
  const changed = await changeStanding(sessionId, standing, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return changed.ok ? { status: 'done', standing } : { status: 'refused', reason: changed.reason }
}
