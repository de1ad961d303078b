import type { IncomingMessage } from 'node:http'

type Options = { siteOrigin: string; trustedProxies: number }

/**
 * Returns the https address of a page (GET) that the visitor opened over http, or `null` if there is nothing to redirect. Only a
 * trusted proxy knows, by X-Forwarded-Proto. A proxy between two others may report its own connection; then the redirect
 * would never end. Browsers send Sec-Fetch-Site over https only, so a request with it came over https.
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

/** Returns the public address of a request's path. A request may name a whole URL instead, which is left out. */
export const pageAddress = (siteOrigin: string, url: string) => `${siteOrigin}${url.startsWith('/') ? url : '/'}`
