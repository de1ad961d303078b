'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { registrationOr404 } from '@/app/beheer/registration-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import { readSignUp } from '@/app/read-sign-up'
import type { DeskSignUpState } from '@/components/organiser/desk-sign-up-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { changeRegistration } from '@/lib/registrations/desk'
import { findByAddress } from '@/lib/registrations/queries'
import { registrationSchema } from '@/lib/registrations/schema'
import { listQuestionsOf } from '@/lib/sessions/queries'

/** Keeps what an organiser changed of a sign-up and goes back to it, or says what to mend. */
export async function changeRegistrationAction(
  session: string,
  id: string,
  _previous: DeskSignUpState,
  form: FormData,
): Promise<DeskSignUpState> {
  const organiser = await requireOrganiser(routes.editRegistration(String(session), String(id)))
  const found = await registrationOr404(session, id)
  const place = { sessionId: found.session.id, id: found.registration.id }
  const questions = await listQuestionsOf(place.sessionId, place.id)
  const values = { ...readSignUp(form, questions).values, confirm: '' }
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const version = Number(readFields(form, 'version').version)
  const by = { now: clock.now(), organiserId: organiser.id }
  const result = await changeRegistration({ ...parsed.data, ...place, version }, by)
  if (result.ok) redirect(routes.registration(place.sessionId, place.id, 'changed'))
  // The page then knows what stands now: pressing again is a choice.
  if (result.reason === 'changed-meanwhile') refresh()
  if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
  return { status: 'taken', other: await findByAddress(place.sessionId, parsed.data.email), values }
}
