'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { readFields } from '@/app/_lib/read-form-data'
import { refuseOnFailure } from '@/app/_lib/refuse-on-failure'
import { tokenOrDash } from '@/app/_lib/token-param'
import { firstIssueByField } from '@/components/form/field-errors'
import { readRegistrationValues, toRegistrationValues } from '@/components/registration-form/registration-values'
import { clientIp } from '@/lib/http/client-ip'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { refuse } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import { eraseOwnRegistration } from '@/lib/privacy/erasure'
import { rateLimitRefusal } from '@/lib/registrations/abuse-checks'
import { type FormQuestion, type RegistrationValues, registrationSchema } from '@/lib/registrations/schema'
import { cancelOwnRegistration, changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { requestEmailChange, withdrawEmailChange } from '@/lib/registrations/self-service/email-change'
import { getOwnRegistration } from '@/lib/registrations/self-service/queries'
import { emailChangeSchema, transferSchema } from '@/lib/registrations/self-service/schema'
import { transferRegistration } from '@/lib/registrations/self-service/transfer'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'
import type { EmailChangeState } from './adres/_components/email-change-form'
import type { TransferState } from './doorgeven/_components/transfer-form'
import type { ChangeFormState } from './wijzigen/_components/change-form'

/** Changes the registration and redirects to it. If a field is invalid or refused, returns the typed values and why. */
export async function changeOwnRegistrationAction(
  rawToken: string,
  _: unknown,
  form: FormData,
): Promise<ChangeFormState> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const registration = await getOwnRegistration(token)
  if (!registration) redirect(routes.selfService(token))
  const questions = await listQuestionsForRegistration(registration.sessionId, registration.id)
  const { values, version, acknowledgesDeadline } = readChangeForm(form, registration, questions)
  const parsed = registrationSchema(questions).safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email: _email, ...change } = parsed.data
  const result = await refuseOnFailure('own registration not changed', () =>
    changeOwnRegistration(token, { ...change, version, acknowledgesDeadline }, { now }),
  )
  if (result.ok) redirect(routes.selfService(token, result.value.changed ? 'changed' : 'unchanged'))
  if (result.reason === 'unknown-link') redirect(routes.selfService(token))
  // Loads the current version into the form, so that only a second submission overwrites it.
  refresh()
  return { status: 'refused', reason: result.reason, values }
}

/** Mails a link to the new e-mail address in `form`. The old address stays in use until that link is confirmed. */
export async function requestEmailChangeAction(
  rawToken: string,
  _: unknown,
  form: FormData,
): Promise<EmailChangeState> {
  const token = tokenOrDash(rawToken)
  const values = readFields(form, 'email')
  const parsed = emailChangeSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const result = await refuseOnFailure('e-mail change not requested', () =>
    requestEmailChange(token, parsed.data.email, { now: clock.now() }),
  )
  if (result.ok) redirect(routes.selfServiceEmail(token, 'asked'))
  if (result.reason === 'unknown-link') redirect(routes.selfService(token))
  if (result.reason === 'locked') redirect(routes.selfServiceEmail(token))
  if (result.reason === 'same-address') return { status: 'invalid', errors: { email: result.reason }, values }
  return { status: 'refused', reason: result.reason, values }
}

export async function withdrawEmailChangeAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  await withdrawEmailChange(token, { now: clock.now() })
  redirect(routes.selfServiceEmail(token, 'withdrawn'))
}

/** Transfers the registration if `form` confirms the preview of the same e-mail address. Otherwise returns a preview. */
export async function transferAction(rawToken: string, _: unknown, form: FormData): Promise<TransferState> {
  const duration = minimumDuration()
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const { intent, previewed, ...values } = readFields(form, 'intent', 'previewed', 'name', 'email', 'role')
  const parsed = transferSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { email } = parsed.data
  if (intent !== 'do' || previewed !== email) {
    const preview = { digest: email, staleReason: intent === 'do' ? ('email-changed' as const) : null }
    return { status: 'previewed', values: parsed.data, preview }
  }
  const result = await refuseOnFailure('registration not transferred', async () => {
    const rateRefusal = await rateLimitRefusal({ email, ip: clientIp(await headers()) }, 'transfer')
    return rateRefusal ? refuse(rateRefusal) : await transferRegistration(token, parsed.data, { now })
  })
  await duration
  if (result.ok) redirect(routes.selfServiceTransferred())
  if (result.reason === 'unknown-link') redirect(routes.selfServiceTransfer(token))
  return { status: 'refused', reason: result.reason, values }
}

/** Cancels the registration and redirects to it. After a refusal, redirects to the cancellation page, which shows why. */
export async function cancelOwnRegistrationAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const result = await cancelOwnRegistration(token, { now: clock.now() })
  redirect(result.ok ? routes.selfService(token, 'cancelled') : routes.selfServiceCancel(token))
}

/** Erases the registration, offers free seats to the waitlist and redirects to a page without personal data. */
export async function eraseOwnRegistrationAction(rawToken: string): Promise<void> {
  const token = tokenOrDash(rawToken)
  const now = clock.now()
  const result = await eraseOwnRegistration(token, { now, mailDir: mailDir() })
  if (!result.ok) redirect(routes.selfServiceErase(token))
  await offerFreeSeatsInAllSessions(now)
  redirect(routes.selfServiceErased())
}

/** Returns the submitted values. The e-mail address, and fields that the form did not show, keep the stored values. */
function readChangeForm(form: unknown, current: Parameters<typeof toRegistrationValues>[0], questions: FormQuestion[]) {
  const { parts, version, deadline } = readFields(form, 'parts', 'version', 'deadline')
  const submittedParts = new Set(parts.split(' '))
  const submitted = readRegistrationValues(form, questions)
  const currentValues = toRegistrationValues(current)
  const valuesForPart = (part: string) => (submittedParts.has(part) ? submitted : currentValues)
  const { name, municipality, organisation, role } = valuesForPart('about')
  const { contactWish, phone } = valuesForPart('contact')
  const noAnswers = Object.fromEntries(questions.map(({ id }) => [id, '']))
  const values: RegistrationValues = {
    name,
    email: currentValues.email,
    municipality,
    organisation,
    role,
    answers: { ...noAnswers, ...valuesForPart('answers').answers },
    contactWish,
    phone,
    needs: valuesForPart('needs').needs,
  }
  return { values, version: Number(version), acknowledgesDeadline: deadline === 'over' }
}
