import { isAPIError } from 'better-auth/api'
import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auth } from './auth'
import { type LoginCookie, parseLoginCookies } from './login-cookies'
import type { LoginInput } from './schema'

const windowSeconds = 15 * 60
const attemptLimits = { perAddress: 5, perIp: 20 } as const

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
  const result = await attemptLogin(input)
  if (!result.ok && result.reason !== 'code')
    logger.warn({ method: 'password', reason: result.reason }, 'log-in refused')
  return result
}

async function attemptLogin({ email, password, ip }: LoginInput & { ip: string }): Promise<LoginResult> {
  const perIp = createRateLimit({ name: 'login-ip', points: attemptLimits.perIp, seconds: windowSeconds })
  const perAddress = createRateLimit({
    name: 'login-address',
    points: attemptLimits.perAddress,
    seconds: windowSeconds,
  })
  const [ipLimitKey, address] = [rateLimitKeyForIp(ip), email.trim().toLowerCase()]

  if (!(await perIp.consume(ipLimitKey))) return rateLimited(await perIp.retryAfterSeconds(ipLimitKey))
  if (!(await perAddress.consume(address))) {
    await perIp.refund(ipLimitKey)
    return rateLimited(await perAddress.retryAfterSeconds(address))
  }
  const login = await signInWithPassword(email, password)
  if (!login) return { ok: false, reason: 'wrong' }
  await perIp.refund(ipLimitKey)
  await perAddress.reset(address)
  return login.needsCode ? { ok: false, reason: 'code', cookies: login.cookies } : { ok: true, value: login.cookies }
}

const rateLimited = (seconds: number) =>
  ({ ok: false, reason: 'wait', minutes: Math.max(1, Math.ceil(seconds / 60)) }) as const

/** A new login, or null when address and password do not belong together or that account may not log in (any more). */
async function signInWithPassword(email: string, password: string) {
  try {
    const { headers, response } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    return { needsCode: 'twoFactorRedirect' in response, cookies: parseLoginCookies(headers) }
  } catch (error) {
    const isRefused = isAPIError(error) && (error.statusCode === 400 || error.statusCode === 401)
    if (isRefused) return null
    throw error
  }
}

/** Ends the login that these request headers carry, at once and everywhere. Gives the cookies to forget. */
export async function logOut(requestHeaders: Headers): Promise<LoginCookie[]> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true })
  return parseLoginCookies(headers)
}
