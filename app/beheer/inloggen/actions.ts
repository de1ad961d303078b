'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passOn } from '@/app/beheer/login-cookies'
import { firstReasons, readFields } from '@/app/read-form'
import type { LoginState } from '@/components/organiser/login-form'
import { logIn } from '@/lib/organisers/login'
import { startMicrosoft } from '@/lib/organisers/microsoft'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { loginSchema } from '@/lib/organisers/schema'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { routes } from '@/lib/platform/routes'

/** Logs in and goes on to the page that was asked for, or says what to mend; never gives the password back. */
export async function logInAction(_previous: LoginState, form: FormData): Promise<LoginState> {
  const { email, password, naar } = readFields(form, 'email', 'password', 'naar')
  const values = { email }
  const parsed = loginSchema.safeParse({ email, password })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const login = await logIn({ ...parsed.data, ip: clientIp(await headers()) })
  if (login.ok) {
    await passOn(login.value)
    redirect(pageAfterLogin(naar))
  }
  if (login.reason !== 'code') return { status: 'refused', values, ...login }
  await passOn(login.cookies)
  redirect(routes.loginCode(pageAfterLogin(naar)))
}

/** Goes to Microsoft, from where people come back to microsoft/route.ts. */
export async function logInWithMicrosoftAction(form: FormData): Promise<void> {
  const { naar } = readFields(form, 'naar')
  const start = await startMicrosoft(pageAfterLogin(naar))
  if (!start) redirect(routes.login())
  await passOn(start.cookies)
  redirect(start.url)
}
