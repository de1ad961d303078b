'use server'

import { makeSession } from '@/app/beheer/sessies/make-session'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import type { SessionState } from '@/components/organiser/session-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Makes a kennissessie with the questions and the mails of another. */
export async function copySessionAction(id: string, _previous: SessionState, form: FormData): Promise<SessionState> {
  const organiser = await requireOrganiser(routes.copySession(String(id)))
  const source = await sessionOr404(id)
  return await makeSession(form, source.id, { now: clock.now(), organiserId: organiser.id })
}
