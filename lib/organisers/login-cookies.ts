import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'

/** For the browser to keep, or with maxAge 0 to forget. */
export type LoginCookie = { name: string; value: string } & ReturnType<typeof toCookieOptions>

/** The cookies that an answer of better-auth sets. */
export function parseLoginCookies(headers: Headers): LoginCookie[] {
  const cookies = parseSetCookieHeader(headers.getSetCookie().join(', '))
  return [...cookies].map(([name, cookie]) => ({ name, value: cookie.value, ...toCookieOptions(cookie) }))
}

/** What a signed cookie of better-auth holds; null when it is not there. Whether it is genuine, better-auth sees. */
export function readSignedCookie(cookieHeader: string | null, name: string): string | null {
  for (const part of (cookieHeader ?? '').split(/;\s*/)) {
    const [key, ...rest] = part.split('=')
    // "aanschuif.two_factor", with the prefix of a site on https before it.
    if (key?.endsWith(`.${name}`)) return stripSignature(rest.join('='))
  }
  return null
}

function stripSignature(value: string): string | null {
  try {
    const decoded = decodeURIComponent(value)
    return decoded.slice(0, decoded.lastIndexOf('.')) || null
  } catch {
    return null
  }
}
