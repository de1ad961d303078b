'use server'

import { redirect } from 'next/navigation'
import { firstReasons, readFields } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import type { PasswordState } from '@/components/organiser/password-form'
import { chooseNewPassword } from '@/lib/organisers/password'
import { newPasswordSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Sets the password of whoever holds the link, who then logs in with it. */
export async function newPasswordAction(
  token: string,
  _previous: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  const { password } = readFields(form, 'password')
  const values = { name: '' }
  const parsed = newPasswordSchema.safeParse({ password })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const chosen = await chooseNewPassword({ token: readToken(token), ...parsed.data }, { now: clock.now() })
  if (!chosen.ok) return { status: 'refused', reason: chosen.reason, values }
  redirect(routes.passwordChosen())
}
