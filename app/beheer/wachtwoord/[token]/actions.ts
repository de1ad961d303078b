'use server'

import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { tokenOrDash } from '@/app/_lib/token-param'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { resetPassword } from '@/lib/organisers/password'
import { resetPasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Sets the password of the organiser of this token, who then logs in with it. */
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
  redirect(routes.loginAfterPasswordReset())
}
