'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import type { OrganiserFormState } from '@/app/beheer/_components/organiser/organiser-form'
import { setLoginCookies } from '@/app/beheer/_lib/set-login-cookies'
import { clientIp } from '@/lib/http/client-ip'
import { safeReturnPath } from '@/lib/organisers/rules'
import { twoFactorCodeSchema } from '@/lib/organisers/schema'
import { logInWithCode } from '@/lib/organisers/two-factor/challenge'
import { routes } from '@/lib/platform/routes'

/** Completes the login of an organiser who gave the right password, with a code. */
export async function logInWithCodeAction(_previous: unknown, form: FormData): Promise<OrganiserFormState<'wait'>> {
  const { code, naar } = readFields(form, 'code', 'naar')
  const parsed = twoFactorCodeSchema.safeParse({ code })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values: {} }

  const requestHeaders = await headers()
  const login = await logInWithCode({ ...parsed.data, headers: requestHeaders, ip: clientIp(requestHeaders) })
  if (login.ok) {
    await setLoginCookies(login.value)
    redirect(safeReturnPath(naar))
  }
  if (login.reason === 'start-again') redirect(routes.loginAfterCodeTimeout())
  return login.reason === 'wrong'
    ? { status: 'invalid', errors: { code: 'wrong' }, values: {} }
    : { status: 'refused', reason: login.reason, values: {} }
}
