import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auth, type LoginCookie, nullIfRefused, parseLoginCookies } from './auth'
import type { LoginInput } from './schema'

const windowSeconds = 15 * 60

export type LoginResult =
  | Result<LoginCookie[], 'wrong'>
  | { ok: false; reason: 'wait'; minutes: number }
  | { ok: false; reason: 'code'; cookies: LoginCookie[] }

/**
 * Logs an organiser in and returns the cookies to set. Refuses with `wrong` for an unknown address and for a wrong password,
 * after the same time. Refuses with `code` if the organiser must still enter a two-factor code. Refuses with `wait` after
 * five wrong attempts per e-mail address, or twenty per IP address, in 15 minutes.
 */
export async function logIn(input: LoginInput & { ip: string }): Promise<LoginResult> {
  const result = await attemptLogin(input)
  if (!result.ok && result.reason !== 'code')
    logger.warn({ method: 'password', reason: result.reason }, 'log-in refused')
  return result
}

async function attemptLogin({ email, password, ip }: LoginInput & { ip: string }): Promise<LoginResult> {
  const perIp = createRateLimit({ name: 'login-ip', points: 20, seconds: windowSeconds })
  const perAddress = createRateLimit({ name: 'login-address', points: 5, seconds: windowSeconds })
  const [ipLimitKey, address] = [rateLimitKeyForIp(ip), email.trim().toLowerCase()]
  // An attempt is counted before it is checked, so concurrent attempts cannot exceed the limit.
  if (!(await perIp.consume(ipLimitKey))) return rateLimited(await perIp.retryAfterSeconds(ipLimitKey))
  if (!(await perAddress.consume(address))) {
    await perIp.refund(ipLimitKey)
    return rateLimited(await perAddress.retryAfterSeconds(address))
  }
  const { api } = auth()
  const login = await api.signInEmail({ body: { email, password }, returnHeaders: true }).catch(nullIfRefused)
  if (!login) return refuse('wrong')
  await perIp.refund(ipLimitKey)
  await perAddress.reset(address)
  const cookies = parseLoginCookies(login.headers)
  return 'twoFactorRedirect' in login.response ? { ok: false, reason: 'code', cookies } : ok(cookies)
}

/** Ends the login that the request's cookies identify. Returns cookies that delete those of the login. */
export async function logOut(requestHeaders: Headers): Promise<LoginCookie[]> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true })
  return parseLoginCookies(headers)
}

const rateLimited = (seconds: number) =>
  ({ ok: false, reason: 'wait', minutes: Math.max(1, Math.ceil(seconds / 60)) }) as const
