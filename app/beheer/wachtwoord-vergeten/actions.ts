'use server'

import { headers } from 'next/headers'
import { minimumDuration } from '@/app/_lib/minimum-duration'
import { readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { redirectWithCookies } from '@/app/beheer/_lib/redirect-with-cookies'
import { firstIssueByField } from '@/components/form/field-errors'
import { clientIp } from '@/lib/http/client-ip'
import { knownBrowserCookie } from '@/lib/organisers/known-browser'
import { requestPasswordReset, resetPassword } from '@/lib/organisers/password'
import { forgotPasswordSchema, resetPasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/**
 * Mails a link to reset the password to the organiser with the address in `form`. Result and duration do not reveal whether
 * such an organiser exists.
 */
export async function forgotPasswordAction(_previous: unknown, form: FormData): Promise<OrganiserFormState<'wait'>> {
  const duration = minimumDuration()
  const values = readFields(form, 'email')
  const parsed = forgotPasswordSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const request = { ...parsed.data, ip: clientIp(await headers()) }
  const result = await requestPasswordReset(request, { now: clock.now() })
  await duration
  return result.ok ? { status: 'done', result: 'done', values } : { status: 'refused', reason: result.reason, values }
}

/** Sets a new password and redirects to the log-in page. Refuses with `dead-link` if the mailed token is used or expired. */
export async function newPasswordAction(
  token: string,
  _previous: unknown,
  form: FormData,
): Promise<OrganiserFormState<'dead-link'>> {
  const { password } = readFields(form, 'password')
  const values = {}
  const parsed = resetPasswordSchema.safeParse({ password })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const chosen = await resetPassword({ token: tokenOrDash(token), ...parsed.data }, { now: clock.now() })
  if (!chosen.ok) return { status: 'refused', reason: chosen.reason, values }
  // In this browser the new password works, even while a stranger tries others.
  return await redirectWithCookies(routes.loginAfterPasswordReset(), [knownBrowserCookie(chosen.value.id)])
}
