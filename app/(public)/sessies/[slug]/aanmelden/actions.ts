'use server'

import { refresh } from 'next/cache'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { firstIssueByField } from '@/components/form/field-errors'
import type { RegistrationFormState } from '@/components/registration-form/registration-form'
import { readRegistrationValues } from '@/components/registration-form/registration-values'
import { clientIp } from '@/lib/http/client-ip'
import { cookieOptions } from '@/lib/http/cookies'
import { clock } from '@/lib/platform/clock'
import { ok } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { checkForAbuse } from '@/lib/registrations/abuse-checks'
import {
  confirmationCookieName,
  confirmationCookieSeconds,
  signConfirmation,
} from '@/lib/registrations/confirmation-cookie'
import { registerParticipant } from '@/lib/registrations/register'
import { type RegistrationFormRefusal, registrationSchema } from '@/lib/registrations/schema'
import { getSessionForm } from '@/lib/sessions/queries'
import { registrationRefusal } from '@/lib/sessions/rules'

/** Refusals after which the page is refreshed. A new form token or the current questions let a second submission succeed. */
const fixedByRefresh = new Set<RegistrationFormRefusal>(['form-expired', 'unknown-question', 'registration-cancelled'])

/** Registers a participant and redirects to the confirmation. Otherwise returns the typed values with the reason. */
export async function registerAction(
  slug: string,
  _previous: RegistrationFormState,
  form: FormData,
): Promise<RegistrationFormState> {
  const duration = minimumDuration()
  const now = clock.now()
  const found = await refuseOnFailure('session form not read', async () => ok(await getSessionForm(String(slug))))
  const session = found.ok ? found.value : null
  const values = readRegistrationValues(form, session?.questions ?? [])
  const refused = (reason: RegistrationFormRefusal) => ({ status: 'refused', reason, values }) as const
  if (!found.ok) return refused(found.reason)
  if (!session) return refused('unknown-session')
  const closedReason = registrationRefusal(session, now)
  if (closedReason) return refused(closedReason)

  const parsed = registrationSchema(session.questions).safeParse(values)
  if (!parsed.success) {
    // Loads the current questions: an organiser may have changed them since the form was opened.
    refresh()
    return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  }

  const { email } = parsed.data
  const { form: token, website: honeypot } = readFields(form, 'form', 'website')
  const result = await refuseOnFailure('registration failed', async () => {
    const check = await checkForAbuse({ token, honeypot, email, ip: clientIp(await headers()) }, { now })
    if (!check.ok) return check
    return await registerParticipant({ ...parsed.data, ...check.value, sessionId: session.id }, { now })
  })
  if (!result.ok && fixedByRefresh.has(result.reason)) refresh()
  if (!result.ok) return refused(result.reason)
  await duration

  const confirmation = signConfirmation({ slug: session.slug, email, ...result.value })
  const cookieStore = await cookies()
  cookieStore.set(confirmationCookieName(session.slug), confirmation, {
    ...cookieOptions(),
    maxAge: confirmationCookieSeconds,
  })
  redirect(routes.registrationConfirmation(session.slug))
}
