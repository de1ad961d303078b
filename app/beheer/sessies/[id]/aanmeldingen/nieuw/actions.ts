'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { AdminRegistrationState } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-form/admin-registration-form'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { cleanLine } from '@/lib/platform/text'
import { registerByHand } from '@/lib/registrations/admin/commands'
import { findByEmail } from '@/lib/registrations/queries'
import { registrationSchema } from '@/lib/registrations/schema'
import { listActiveFormQuestions } from '@/lib/sessions/queries'

/** Signs somebody up by hand and goes on to their sign-up, or says what to mend. */
export async function addRegistrationAction(
  id: string,
  _previous: AdminRegistrationState,
  form: FormData,
): Promise<AdminRegistrationState> {
  const organiser = await requireOrganiser(routes.newRegistration(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const questions = await listActiveFormQuestions(sessionId)
  const { confirm, submission } = readFields(form, 'confirm', 'submission')
  const values = { ...readRegistrationValues(form, questions), confirm }
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const input = {
    ...parsed.data,
    sessionId,
    idempotencyKey: cleanLine(submission),
    shouldSendConfirmation: confirm === 'on',
  }
  const result = await registerByHand(input, { now: clock.now(), organiserId: organiser.id })
  if (result.ok) redirect(routes.registration(sessionId, result.value.id, 'added'))
  // The page comes along without what it asked about a mail.
  if (result.reason === 'mail-not-relevant') refresh()
  if (result.reason !== 'address-taken') return { status: 'refused', reason: result.reason, values }
  return { status: 'taken', existing: await findByEmail(sessionId, parsed.data.email), values }
}
