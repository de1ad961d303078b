import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { type LoginCookie, signInWithPassword, signOut } from './auth-adapter'
import type { LoginInput } from './schema'

const windowSeconds = 15 * 60
const attemptLimits = { perAddress: 5, perIp: 20 } as const

export type LoginResult =
  | Result<LoginCookie[], 'wrong'>
  | { ok: false; reason: 'wait'; minutes: number }
  | { ok: false; reason: 'code'; cookies: LoginCookie[] }

/**
 * Logs an organiser in and returns the cookies to set. Refuses with `wrong` alike, and after the same time, for an unknown
 * address and a wrong password; with `code` if two-factor login asks for a code; with `wait` after five wrong attempts per
 * address, or twenty per IP address, in 15 minutes. Counts an attempt before checking it, so concurrent attempts get no more.
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
  if (!login) return refuse('wrong')
  await perIp.refund(ipLimitKey)
  await perAddress.reset(address)
  return login.needsCode ? { ok: false, reason: 'code', cookies: login.cookies } : ok(login.cookies)
}

/** Ends the login of these request headers. Returns the cookies to delete. */
export const logOut = (headers: Headers): Promise<LoginCookie[]> => signOut(headers)

const rateLimited = (seconds: number) =>
  ({ ok: false, reason: 'wait', minutes: Math.max(1, Math.ceil(seconds / 60)) }) as const
