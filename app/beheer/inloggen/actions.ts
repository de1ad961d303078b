'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import { clockDiffers, tooManyLogins } from '@/app/beheer/_components/organiser/organiser-copy'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { firstIssueByField } from '@/components/form/field-errors'
import { clientIp } from '@/lib/http/client-ip'
import { isFirstOrganiserKey } from '@/lib/organisers/account-links'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { acceptInvitation } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import { safeReturnPath } from '@/lib/organisers/login-path'
import { startMicrosoftLogin } from '@/lib/organisers/microsoft/login'
import {
  acceptInvitationSchema,
  firstOrganiserSchema,
  type LoginInput,
  loginSchema,
  twoFactorCodeSchema,
} from '@/lib/organisers/schema'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/**
 * Logs in with a password. Redirects to the page that was requested or, if the organiser uses two-factor login, to the
 * page that asks for the code.
 */
export async function logInAction(_previous: unknown, form: FormData): Promise<OrganiserFormState> {
  const { email, password, naar } = readFields(form, 'email', 'password', 'naar')
  const values = { email }
  const parsed = loginSchema.safeParse({ email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const duration = minimumDuration()
  const login = await logInHere(parsed.data)
  if (login.ok) return await redirectWithCookies(routes.loginCheck(safeReturnPath(naar)), login.value)
  // Blocked log-ins are reported to an organiser only, which takes time.
  await duration
  if (login.reason === 'wait') return { status: 'refused', reason: tooManyLogins(login.minutes), values }
  if (login.reason === 'wrong') return { status: 'invalid', errors: { email: 'wrong' }, values }
  return await redirectWithCookies(routes.loginCode(safeReturnPath(naar)), login.cookies)
}

/** Redirects to the log-in page of Microsoft. Afterwards Microsoft sends the browser back to this site. */
export async function logInWithMicrosoftAction(form: FormData): Promise<void> {
  const { naar } = readFields(form, 'naar')
  const start = await startMicrosoftLogin(safeReturnPath(naar))
  await redirectWithCookies(start?.url ?? routes.login(), start?.cookies ?? [])
}

/** Completes a two-factor login with a code. Redirects to the log-in page when the password was given too long ago. */
export async function logInWithCodeAction(_previous: unknown, form: FormData): Promise<OrganiserFormState<'wait'>> {
  const { code, naar } = readFields(form, 'code', 'naar')
  const parsed = twoFactorCodeSchema.safeParse({ code })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values: {} }

  const requestHeaders = await headers()
  const attempt = { ...parsed.data, headers: requestHeaders, ip: clientIp(requestHeaders) }
  const now = clock.now()
  const login = await logInWithCode(attempt, { now })
  if (login.ok) return await redirectWithCookies(routes.loginCheck(safeReturnPath(naar)), login.value)
  if (login.reason === 'start-again') redirect(routes.loginAfterCodeTimeout())
  if (login.reason === 'clock') return { status: 'refused', reason: clockDiffers(login.differenceMs, now), values: {} }
  return login.reason === 'wrong'
    ? { status: 'invalid', errors: { code: 'wrong' }, values: {} }
    : { status: 'refused', reason: login.reason, values: {} }
}

/** Accepts an invitation with a name and password, and logs in. Refuses with `dead-link` if the link is forged or expired. */
export async function acceptInvitationAction(
  token: string,
  _previous: unknown,
  form: FormData,
): Promise<OrganiserFormState<'dead-link'>> {
  const { name, password } = readFields(form, 'name', 'password')
  const values = { name }
  const parsed = acceptInvitationSchema.safeParse({ name, password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const accepted = await acceptInvitation({ token: tokenOrDash(token), ...parsed.data }, { now: clock.now() })
  if (!accepted.ok) return { status: 'refused', reason: accepted.reason, values }
  const login = await logInHere({ email: accepted.value.email, password })
  return await redirectWithCookies(routes.admin(), login.ok ? login.value : [])
}

/**
 * Creates the first organiser and logs them in. Refuses when there is an organiser already, or without the key from the link
 * that the server printed at its start.
 */
export async function createFirstOrganiserAction(
  _previous: unknown,
  form: FormData,
): Promise<OrganiserFormState<'refused'>> {
  const { sleutel, name, email, password } = readFields(form, 'sleutel', 'name', 'email', 'password')
  const values = { name, email }
  if (!isFirstOrganiserKey(sleutel)) return { status: 'refused', reason: 'refused', values }
  const parsed = firstOrganiserSchema.safeParse({ name, email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const created = await createFirstOrganiser(parsed.data, { now: clock.now() })
  if (!created.ok) return { status: 'refused', reason: 'refused', values }
  const login = await logInHere(parsed.data)
  return await redirectWithCookies(routes.admin(), login.ok ? login.value : [])
}

async function logInHere(input: LoginInput) {
  const requestHeaders = await headers()
  return await logIn({ ...input, headers: requestHeaders, ip: clientIp(requestHeaders) }, { now: clock.now() })
}
