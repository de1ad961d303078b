'use server'

import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { SessionFormState } from '@/app/beheer/sessies/_components/session-form'
import { createSessionFromForm } from '@/app/beheer/sessies/_lib/create-session-from-form'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Makes a kennissessie with the questions and the mails of another. */
export async function copySessionAction(
  id: string,
  _previous: SessionFormState,
  form: FormData,
): Promise<SessionFormState> {
  const organiser = await requireOrganiser(routes.copySession(String(id)))
  const source = await sessionOr404(id)
  return await createSessionFromForm(form, source.id, { now: clock.now(), organiserId: organiser.id })
}
