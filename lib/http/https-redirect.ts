import type { IncomingMessage } from 'node:http'

type Options = { siteOrigin: string; trustedProxies: number }

/**
 * Returns the https address of a page that the visitor opened over http, or `null` to send no redirect. X-Forwarded-Proto
 * of a trusted proxy holds the visitor's protocol, or that of a connection between two proxies. Then each redirect would
 * lead to another one. A request with Sec-Fetch-Site is not redirected: browsers send it over https only.
 */
export function httpsRedirect(
  { url = '/', headers }: Pick<IncomingMessage, 'url' | 'headers'>,
  { siteOrigin, trustedProxies }: Options,
): string | null {
  if (!siteOrigin.startsWith('https:') || trustedProxies === 0) return null
  if (headers['sec-fetch-site'] !== undefined) return null
  const protocols = String(headers['x-forwarded-proto'] ?? '')
    .toLowerCase()
    .split(',')
    .map((each) => each.trim())
  // Most proxies replace the header instead of adding to it.
  const protocol = protocols.at(-trustedProxies) ?? protocols[0]
  return protocol === 'http' ? pageAddress(siteOrigin, url) : null
}

/** Returns the public address of the request target `url`; of the home page if `url` is a whole URL, not a path. */
export const pageAddress = (siteOrigin: string, url: string) => `${siteOrigin}${url.startsWith('/') ? url : '/'}`
