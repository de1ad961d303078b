'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { registrationSchema } from '@/lib/registrations/schema'
import { changeOwnRegistration } from '@/lib/registrations/self-service/change'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'
import type { ChangeFormState } from './_components/change-form'
import { readChangeForm } from './_lib/read-change-form'

/** Stores the changes and shows the registration. */
export async function changeOwnRegistrationAction(
  rawToken: string,
  _previous: ChangeFormState,
  form: FormData,
): Promise<ChangeFormState> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const registration = await getOwnRegistration(token)
  // The page explains that the link is invalid.
  if (!registration) redirect(routes.selfService(token))
  const questions = await listQuestionsForRegistration(registration.sessionId, registration.id)
  const { values, version, acknowledgesDeadline } = readChangeForm(form, registration, questions)
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email: _, ...change } = parsed.data
  const result = await refuseOnFailure('own registration not changed', () =>
    changeOwnRegistration(token, { ...change, version, acknowledgesDeadline }, { now }),
  )
  if (result.ok) redirect(routes.selfService(token, result.value.changed ? 'changed' : 'unchanged'))
  if (result.reason === 'unknown-link') redirect(routes.selfService(token))
  // Shows the current registration and its version, so that a second submission is deliberate.
  refresh()
  return { status: 'refused', reason: result.reason, values }
}
