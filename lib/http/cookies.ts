import { siteUrl } from '@/lib/platform/env'

const isHttps = () => siteUrl().startsWith('https:')

/** The name of a cookie of ours. Behind https it begins with __Host- (RFC 6265bis): set by this host, over https, for all of it. */
export const cookieName = (name: string) => (isHttps() ? `__Host-${name}` : name)

/** What every cookie of ours has in common; a path of its own would cost the prefix. */
export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', secure: isHttps(), path: '/' }) as const
