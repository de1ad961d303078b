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
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { ok } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { checkForAbuse, formIdOf } from '@/lib/registrations/abuse-checks'
import {
  confirmationCookieName,
  confirmationCookieSeconds,
  newConfirmationId,
  signConfirmation,
  wasFormAnswered,
} from '@/lib/registrations/confirmation-cookie'
import { isFormSent } from '@/lib/registrations/form-identity'
import { registerParticipant } from '@/lib/registrations/register'
import { suggestEmail } from '@/lib/registrations/rules'
import { type RegistrationFormRefusal, registrationSchema } from '@/lib/registrations/schema'
import { getSessionForm } from '@/lib/sessions/queries'
import { registrationRefusal } from '@/lib/sessions/rules'

/** Refusals after which the page is refreshed: a second submission needs a new form token or the current questions. */
const fixedByRefresh = new Set<RegistrationFormRefusal>(['form-expired', 'unknown-question', 'registration-cancelled'])

/** Refusals that an earlier, stored submission of the form does not turn into `change-not-saved`. */
const trueForStoredForm = new Set<RegistrationFormRefusal>([
  'registration-cancelled',
  'unknown-question',
  'unknown-municipality',
  'unavailable',
])

/** Registers for the session with this slug and redirects to the confirmation. */
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
  const { form: token, website: honeypot } = readFields(form, 'form', 'website')
  const formId = formIdOf(token)
  /** Refuses, with `change-not-saved` if an earlier submission was stored: the visitor may have missed its answer. */
  const refused = async (refusal: RegistrationFormRefusal): Promise<RegistrationFormState> => {
    const needsCheck = session && formId && !trueForStoredForm.has(refusal)
    const stored = await refuseOnFailure('stored form not read', async () =>
      ok(needsCheck ? await isFormSent({ sessionId: session.id, idempotencyKey: formId }) : false),
    )
    const knownReason = stored.ok && stored.value ? 'change-not-saved' : refusal
    const reason = stored.ok ? knownReason : stored.reason
    return { status: 'refused', reason, values }
  }
  if (!found.ok) return await refused(found.reason)
  if (!session) return await refused('unknown-session')
  const closedReason = registrationRefusal(session, now)
  if (closedReason) {
    const state = await refused(closedReason)
    if (state.status === 'refused' && state.reason !== 'change-not-saved') return state
  }

  const parsed = registrationSchema(session.questions).safeParse(values)
  if (!parsed.success) {
    // Loads the current questions: an organiser may have changed them since the form was opened.
    refresh()
    return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  }

  const { email } = parsed.data
  const { askedEmail } = readFields(form, 'askedEmail')
  const domains = listMunicipalityOptions().flatMap((municipality) => municipality.domains)
  if (askedEmail !== email && suggestEmail(email, domains))
    return { status: 'invalid', errors: { email: 'likely-typo' }, values: { ...values, email } }
  const cookieStore = await cookies()
  const wasAnswered = wasFormAnswered(cookieStore.getAll(), { form: formId ?? '', slug: session.slug })
  const result = await refuseOnFailure('registration failed', async () => {
    const check = await checkForAbuse({ token, honeypot, email, ip: clientIp(await headers()) }, { now })
    if (!check.ok) return check
    const input = { ...parsed.data, ...check.value, sessionId: session.id }
    return await registerParticipant(input, { now, wasAnswered })
  })
  if (!result.ok && fixedByRefresh.has(result.reason)) refresh()
  if (!result.ok) return await refused(result.reason)
  await duration

  const id = newConfirmationId()
  const { name } = parsed.data
  const confirmation = signConfirmation({ id, form: formId ?? '', slug: session.slug, name, email, ...result.value })
  cookieStore.set(confirmationCookieName(id), confirmation, { ...cookieOptions(), maxAge: confirmationCookieSeconds })
  redirect(routes.registrationConfirmation(session.slug, id))
}
