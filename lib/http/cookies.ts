import { siteUrl } from '@/lib/platform/env'

const isHttps = () => siteUrl().startsWith('https:')

/** Returns the name with the prefix __Host- on https (RFC 6265bis), so that only this host can set the cookie, over https. */
export const cookieName = (name: string) => (isHttps() ? `__Host-${name}` : name)

/** Returns the options of every cookie of the site. The __Host- prefix requires the path `/`. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/' }) as const
