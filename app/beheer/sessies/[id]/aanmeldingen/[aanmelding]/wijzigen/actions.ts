'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import type { AdminRegistrationState } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-form/admin-registration-form'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { updateRegistration } from '@/lib/registrations/admin/commands'
import { findByEmail } from '@/lib/registrations/queries'
import { registrationSchema } from '@/lib/registrations/schema'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'

/** Keeps what an organiser changed of a sign-up and goes back to it, or says what to mend. */
export async function updateRegistrationAction(
  session: string,
  id: string,
  _previous: AdminRegistrationState,
  form: FormData,
): Promise<AdminRegistrationState> {
  const organiser = await requireOrganiser(routes.editRegistration(String(session), String(id)))
  const found = await registrationOr404(session, id)
  const ids = { sessionId: found.session.id, id: found.registration.id }
  const questions = await listQuestionsForRegistration(ids.sessionId, ids.id)
  const values = { ...readRegistrationValues(form, questions), confirm: '' }
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const version = Number(readFields(form, 'version').version)
  const actor = { now: clock.now(), organiserId: organiser.id }
  const result = await updateRegistration({ ...parsed.data, ...ids, version }, actor)
  if (result.ok) redirect(routes.registration(ids.sessionId, ids.id, 'changed'))
  // The page then knows what stands now: pressing again is a choice.
  if (result.reason === 'changed-meanwhile') refresh()
  if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
  return { status: 'taken', existing: await findByEmail(ids.sessionId, parsed.data.email), values }
}
