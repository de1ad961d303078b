import type { IncomingMessage } from 'node:http'

type Options = { siteOrigin: string; trustedProxies: number }

/**
 * Returns the https address of a page that the visitor opened over http, or `null` to send no redirect. X-Forwarded-Proto
 * of a trusted proxy holds the visitor's protocol, but may hold that of a connection between two proxies. Then each
 * redirect would lead to another one. Browsers send Sec-Fetch-Site over https only, so a request with that header is not
 * redirected.
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

/**
 * Returns the address at `siteOrigin` of the path and query in `url`. A request may hold a whole URL instead of a path,
 * which gives the address of the home page.
 */
export const pageAddress = (siteOrigin: string, url: string) => `${siteOrigin}${url.startsWith('/') ? url : '/'}`
