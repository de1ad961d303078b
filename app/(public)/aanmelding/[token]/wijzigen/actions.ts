'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clock } from '@/lib/platform/clock'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { safeErrorFields } from '@/lib/platform/safe-error'
import { registrationSchema } from '@/lib/registrations/schema'
import { changeOwnRegistration } from '@/lib/registrations/self-service/change'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'
import type { ChangeFormState } from './_components/change-form'
import { readChangeForm } from './_lib/read-change-form'

/** Keeps what somebody changed of their own sign-up and goes back to it, or says what to mend with all that was typed. */
export async function changeOwnRegistrationAction(
  token: string,
  _previous: ChangeFormState,
  form: FormData,
): Promise<ChangeFormState> {
  const validToken = tokenOrDash(token)
  const registration = await getOwnRegistration(validToken)
  // That page says that the link does not work any more.
  if (!registration) redirect(routes.selfService(validToken))
  const questions = await listQuestionsForRegistration(registration.sessionId, registration.id)
  const { values, version, acknowledgesDeadline } = readChangeForm(form, registration, questions)
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email: _, ...change } = parsed.data
  const result = await changeOwnRegistration(
    validToken,
    { ...change, version, acknowledgesDeadline: acknowledgesDeadline },
    { now: clock.now() },
  ).catch(logFailure)
  if (result.ok) redirect(routes.selfService(validToken, result.value.changed ? 'changed' : 'unchanged'))
  if (result.reason === 'unknown-link') redirect(routes.selfService(validToken))
  // The page then knows what stands now: pressing again is a choice.
  refresh()
  return { status: 'refused', reason: result.reason, values }
}

/** A surprise, such as a database that is away, must not cost anybody what they typed. */
function logFailure(error: unknown) {
  logger.error(safeErrorFields(error), 'own sign-up not changed')
  return { ok: false, reason: 'unavailable' } as const
}
