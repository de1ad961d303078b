import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isSharedPage } from '@/lib/platform/routes'
import { type CapturedResponse, sendCaptured } from './response-capture'
import { cspHeader } from './security-headers'

const cacheMs = 1_000

type Encoding = keyof typeof encoders
type CachedPage = CapturedResponse & { bodies: Map<Encoding, Promise<Buffer>> }

/**
 * Creates a cache of pages that are the same for every visitor. It keeps a page for one second, so that concurrent visitors
 * cost one rendering. A change by a participant or another process shows after at most that second.
 */
export function createPageCache(render: (request: IncomingMessage) => Promise<CapturedResponse>) {
  const cache = new Map<string, Promise<CachedPage>>()
  const writesInProgress = new Set<ServerResponse>()

  /** Clears and bypasses the cache until `response` is closed, so that an organiser's change shows at once. */
  function disableUntilClosed(response: ServerResponse): void {
    cache.clear()
    writesInProgress.add(response)
    response.once('close', () => writesInProgress.delete(response))
  }

  /** Sends the cached or newly rendered page. Sends nothing and returns `false` if the page cannot be cached or rendered. */
  async function send(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    if (writesInProgress.size > 0 || !isCacheable(request)) return false
    const page = await (cache.get(request.url ?? '') ?? renderAndCache(request)).catch(() => null)
    if (page) await sendPage(page, request, response)
    return page !== null
  }

  function renderAndCache(request: IncomingMessage): Promise<CachedPage> {
    const url = request.url ?? ''
    const page = render(request).then((captured) => ({ ...replaceNonceByHashes(captured), bodies: new Map() }))
    cache.set(url, page)
    const evict = () => {
      if (cache.get(url) === page) cache.delete(url)
    }
    page.then(({ status }) => (status === 200 ? setTimeout(evict, cacheMs).unref() : evict()), evict)
    return page
  }

  return { send, disableUntilClosed }
}

/** Returns whether the request is for a whole page that all visitors share. With `rsc` Next sends only a part. */
const isCacheable = ({ url = '', headers }: IncomingMessage) => headers.rsc === undefined && isSharedPage(url)

async function sendPage({ bodies, ...page }: CachedPage, request: IncomingMessage, response: ServerResponse) {
  const encoding = negotiateEncoding(String(request.headers['accept-encoding'] ?? ''))
  if (!bodies.has(encoding)) bodies.set(encoding, encoders[encoding](page.body))
  const body = (await bodies.get(encoding)) ?? page.body
  const headers: OutgoingHttpHeaders = { ...page.headers, 'content-length': body.length }
  if (encoding !== 'identity') headers['content-encoding'] = encoding
  // Next's compressor adds this header too, even to a page that it did not compress.
  if (!/accept-encoding/i.test(String(headers.vary)))
    headers.vary = [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ')
  sendCaptured(response, { ...page, headers, body })
}

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
  identity: async (body: Buffer) => body,
}

/** Returns the best encoding that the Accept-Encoding header `accepted` allows (RFC 9110, 12.5.3). */
function negotiateEncoding(accepted: string): Encoding {
  const offers = accepted.split(',').map((part) => part.trim().split(/\s*;\s*q=/))
  const isAccepted = (encoding: Encoding) =>
    offers.some(([name, weight = '1']) => name === encoding && Number(weight) > 0)
  return (['br', 'gzip'] as const).find(isAccepted) ?? 'identity'
}

/**
 * Returns the page with a Content-Security-Policy that allows the scripts of Next by hash instead of by nonce. A nonce is
 * secure for one response only, and this page is sent more than once. An injected script matches no hash.
 */
function replaceNonceByHashes({ status, headers, body }: CapturedResponse): CapturedResponse {
  const policy = String(headers[cspHeader])
  const [nonceSource = '', nonce = ''] = policy.match(/'nonce-([^']+)'/) ?? []
  const html = body.toString()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  const hashes = scripts
    .filter(([, attributes = '', text]) => text && attributes.includes(`nonce="${nonce}"`))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const link = headers.link && { link: String(headers.link).replaceAll(`; nonce="${nonce}"`, '') }
  const sharedPolicy = { [cspHeader]: policy.replace(nonceSource, [...new Set(hashes)].join(' ')) }
  const sharedBody = Buffer.from(html.replaceAll(` nonce="${nonce}"`, ''))
  return { status, headers: { ...headers, ...link, ...sharedPolicy }, body: sharedBody }
}
