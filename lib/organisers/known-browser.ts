import { parseCookies } from 'better-auth/cookies'
import { z } from 'zod'
import { cookieName, cookieOptions } from '@/lib/http/cookies'
import { randomId, sign, verify } from '@/lib/platform/tokens'
import type { LoginCookie } from './auth'

const name = () => cookieName('aanschuif.known_browser')
const lifetimeSeconds = 180 * 24 * 60 * 60
const payloadSchema = z.tuple([z.string(), z.string()])

/**
 * Returns a cookie that marks a browser as one in which this organiser logged in or chose a password. Wrong passwords in
 * this browser are counted apart. A stranger who exhausts the limit of the account thus does not lock the organiser out
 * (OWASP: Slow Down Online Guessing Attacks with Device Cookies). The cookie alone gives no access.
 */
export const knownBrowserCookie = (organiserId: string): LoginCookie => ({
  name: name(),
  value: sign('known-browser', [organiserId, randomId()]),
  ...cookieOptions(),
  maxAge: lifetimeSeconds,
})

/** Returns the browser id in the cookie of `knownBrowserCookie`, or `null` if the cookie is not for this organiser. */
export function findKnownBrowser(headers: Headers | undefined, organiserId: string): string | null {
  const known = readKnownBrowser(headers)
  return known?.organiserId === organiserId ? known.id : null
}

/** Returns the organiser and browser id in the cookie of `knownBrowserCookie`, or `null` without a valid cookie. */
export function readKnownBrowser(headers: Headers | undefined): { organiserId: string; id: string } | null {
  const token = parseCookies(headers?.get('cookie') ?? '').get(name())
  const { data } = payloadSchema.safeParse(token && verify('known-browser', token))
  return data ? { organiserId: data[0], id: data[1] } : null
}
