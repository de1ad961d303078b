import { isAPIError } from 'better-auth/api'
import { logger } from '@/lib/platform/logger'
import { createLimit, ipKey } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auth } from './auth'
import { cookiesIn, type LoginCookie } from './login-cookies'
import type { LoginInput } from './schema'

const windowSeconds = 15 * 60
const wrongTries = { perAddress: 5, perIp: 20 } as const

export type LoginResult =
  | Result<LoginCookie[], 'wrong'>
  | { ok: false; reason: 'wait'; minutes: number }
  /** The password is right, and a code has to follow: login-code.ts. The cookies say whose. */
  | { ok: false; reason: 'code'; cookies: LoginCookie[] }

/**
 * Logs an organiser in: gives the cookies to set. 'wrong' says as little about an unknown address as about a wrong
 * password, and takes as long. After five wrong tries in 15 minutes for an address, or 20 from an IP, it is 'wait', also
 * for the right password. A try is counted before it is judged, so that many at once get no more than these.
 */
export async function logIn(input: LoginInput & { ip: string }): Promise<LoginResult> {
  const login = await judge(input)
  if (!login.ok && login.reason !== 'code') logger.warn({ way: 'password', reason: login.reason }, 'log-in refused')
  return login
}

async function judge({ email, password, ip }: LoginInput & { ip: string }): Promise<LoginResult> {
  const perIp = createLimit({ name: 'login-ip', points: wrongTries.perIp, seconds: windowSeconds })
  const perAddress = createLimit({ name: 'login-address', points: wrongTries.perAddress, seconds: windowSeconds })
  const [ipCount, address] = [ipKey(ip), email.trim().toLowerCase()]

  if (!(await perIp.consume(ipCount))) return waitFor(await perIp.retryAfterSeconds(ipCount))
  if (!(await perAddress.consume(address))) {
    await perIp.giveBack(ipCount)
    return waitFor(await perAddress.retryAfterSeconds(address))
  }
  const login = await signIn(email, password)
  if (!login) return { ok: false, reason: 'wrong' }
  await perIp.giveBack(ipCount)
  await perAddress.reset(address)
  return login.needsCode ? { ok: false, reason: 'code', cookies: login.cookies } : { ok: true, value: login.cookies }
}

const waitFor = (seconds: number) =>
  ({ ok: false, reason: 'wait', minutes: Math.max(1, Math.ceil(seconds / 60)) }) as const

/** A new login, or null when address and password do not belong together or that account may not log in (any more). */
async function signIn(email: string, password: string) {
  try {
    const { headers, response } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    return { needsCode: 'twoFactorRedirect' in response, cookies: cookiesIn(headers) }
  } catch (error) {
    const refused = isAPIError(error) && (error.statusCode === 400 || error.statusCode === 401)
    if (refused) return null
    throw error
  }
}

/** Ends the login that these request headers carry, at once and everywhere. Gives the cookies to forget. */
export async function logOut(requestHeaders: Headers): Promise<LoginCookie[]> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true })
  return cookiesIn(headers)
}
