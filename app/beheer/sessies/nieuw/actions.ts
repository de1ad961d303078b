'use server'

import type { SessionFormState } from '@/app/beheer/sessies/_components/session-form'
import { createSessionFromForm } from '@/app/beheer/sessies/_lib/create-session-from-form'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Makes a kennissessie from nothing. */
export async function createSessionAction(_previous: SessionFormState, form: FormData): Promise<SessionFormState> {
  const organiser = await requireOrganiser(routes.newSession())
  return await createSessionFromForm(form, null, { now: clock.now(), organiserId: organiser.id })
}
