'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { passOn } from '@/app/beheer/login-cookies'
import { firstReasons, readFields } from '@/app/read-form'
import type { CodeState } from '@/components/organiser/code-form'
import { logInWithCode } from '@/lib/organisers/login-code'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { codeSchema } from '@/lib/organisers/schema'
import { clientIp } from '@/lib/platform/front-door/client-ip'
import { routes } from '@/lib/platform/routes'

/** The second step of logging in, for whoever just gave the right password. */
export async function logInWithCodeAction(_previous: CodeState, form: FormData): Promise<CodeState> {
  const { code, naar } = readFields(form, 'code', 'naar')
  const parsed = codeSchema.safeParse({ code })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values: {} }

  const sent = await headers()
  const login = await logInWithCode({ ...parsed.data, headers: sent, ip: clientIp(sent) })
  if (login.ok) {
    await passOn(login.value)
    redirect(pageAfterLogin(naar))
  }
  if (login.reason === 'start-again') redirect(routes.loginAgain())
  return { status: 'refused', reason: login.reason, values: {} }
}
