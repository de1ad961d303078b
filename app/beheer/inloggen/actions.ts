'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passOn } from '@/app/beheer/login-cookies'
import { firstReasons, readFields } from '@/app/read-form'
import type { LoginState } from '@/components/organiser/login-form'
import { logIn } from '@/lib/organisers/login'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { loginSchema } from '@/lib/organisers/schema'
import { clientIp } from '@/lib/platform/front-door/client-ip'

/** Logs in and goes on to the page that was asked for, or says what to mend; never gives the password back. */
export async function logInAction(_previous: LoginState, form: FormData): Promise<LoginState> {
  const { email, password, naar } = readFields(form, 'email', 'password', 'naar')
  const values = { email }
  const parsed = loginSchema.safeParse({ email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const login = await logIn({ ...parsed.data, ip: clientIp(await headers()) })
  if (!login.ok) return { status: 'refused', values, ...login }
  await passOn(login.value)
  redirect(pageAfterLogin(naar))
}
