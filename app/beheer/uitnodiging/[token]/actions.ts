'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passOn } from '@/app/beheer/login-cookies'
import { firstReasons, readFields } from '@/app/read-form'
import { readToken } from '@/app/read-token'
import type { PasswordState } from '@/components/organiser/password-form'
import { acceptInvitation } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import { acceptSchema } from '@/lib/organisers/schema'
import { clock } from '@/lib/platform/clock'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { routes } from '@/lib/platform/routes'

/** Makes the account of whoever holds the link of an invitation, and logs them in. */
export async function acceptInvitationAction(
  token: string,
  _previous: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  const { name, password } = readFields(form, 'name', 'password')
  const values = { name }
  const parsed = acceptSchema.safeParse({ name, password })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const accepted = await acceptInvitation({ token: readToken(token), ...parsed.data }, { now: clock.now() })
  if (!accepted.ok) return { status: 'refused', reason: accepted.reason, values }
  const login = await logIn({ email: accepted.value.email, password, ip: clientIp(await headers()) })
  if (login.ok) await passOn(login.value)
  redirect(routes.desk())
}
