import { db } from '@/lib/db/client'
import { logger } from '@/lib/platform/logger'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { attemptLimits } from './attempts'
import { auth, type LoginCookie, nullIfRefused, parseLoginCookies } from './auth'
import { reportBlockedLogins } from './blocked-logins'
import { findKnownBrowser, knownBrowserCookie, readKnownBrowser } from './known-browser'
import type { LoginInput } from './schema'

export type LoginResult =
  | Result<LoginCookie[], 'wrong'>
  | { ok: false; reason: 'wait'; minutes: number }
  | { ok: false; reason: 'code'; cookies: LoginCookie[] }

/** `headers` of the request hold the cookie that identifies a browser in which an organiser logged in before. */
type LoginAttempt = LoginInput & { ip: string; headers?: Headers }

/**
 * Logs an organiser in and returns the cookies to set. Refuses with `wrong` for an unknown address and for a wrong
 * password, both after the same time. Refuses with `code` if the organiser must still enter a two-factor code. Refuses with
 * `wait` after too many wrong attempts (`attemptLimits`), of which the organiser gets a mail.
 */
export async function logIn(attempt: LoginAttempt, { now }: { now: Date }): Promise<LoginResult> {
  const result = await attemptLogin(attempt, now)
  if (!result.ok && result.reason !== 'code')
    logger.warn({ method: 'password', reason: result.reason }, 'log-in refused')
  return result
}

async function attemptLogin({ email, password, ip, headers }: LoginAttempt, now: Date): Promise<LoginResult> {
  const address = email.trim().toLowerCase()
  const browser = await findBrowserKnownTo(address, headers)
  const limits = attemptLimits('login', { account: address, ip, browser })
  const waitSeconds = await limits.consume()
  if (waitSeconds > 0) return { ok: false, reason: 'wait', minutes: Math.max(1, Math.ceil(waitSeconds / 60)) }
  const { api } = auth()
  const login = await api
    .signInEmail({
      body: { email, password },
      headers: new Headers({ 'user-agent': headers?.get('user-agent') ?? '' }),
      returnHeaders: true,
    })
    .catch(nullIfRefused)
  if (!login) {
    if (await limits.isExhausted()) await reportBlockedLogins({ email: address }, { step: 'password', now })
    return refuse('wrong')
  }
  await limits.succeed()
  const cookies = parseLoginCookies(login.headers)
  if ('twoFactorRedirect' in login.response) return { ok: false, reason: 'code', cookies }
  return ok([...cookies, knownBrowserCookie(login.response.user.id)])
}

/** Returns the browser id in a `knownBrowserCookie` for the organiser with this address, or `null` without one. */
async function findBrowserKnownTo(address: string, headers: Headers | undefined): Promise<string | null> {
  const known = readKnownBrowser(headers)
  if (!known) return null
  const organiser = await db().organiser.findUnique({ where: { email: address }, select: { id: true } })
  return organiser && findKnownBrowser(headers, organiser.id)
}

/** Ends the login that the request's cookies identify. Returns the cookies to set, which delete the login cookies. */
export async function logOut(requestHeaders: Headers): Promise<LoginCookie[]> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true })
  return parseLoginCookies(headers)
}
