'use server'

import { makeSession } from '@/app/beheer/sessies/make-session'
import type { SessionState } from '@/components/organiser/session-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Makes a kennissessie from nothing. */
export async function createSessionAction(_previous: SessionState, form: FormData): Promise<SessionState> {
  const organiser = await requireOrganiser(routes.newSession())
  return await makeSession(form, null, { now: clock.now(), organiserId: organiser.id })
}
