import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isAdminPath, isSharedPage } from '@/lib/platform/routes'
import { withBody } from './request-body'
import { type CapturedResponse, captureResponse, replaceNonceByHashes } from './response-capture'

const cacheMs = 1_000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Encoding = keyof typeof encoders
type CachedPage = Omit<CapturedResponse, 'body'> & { bodyAs(encoding: Encoding): Promise<Buffer> }

/**
 * Keeps a page that is the same for everybody for a second, compressed, with hashes for its scripts: however many come at
 * once, it is made once. A change at the desk clears the shelf, and nothing goes on it while one is being made; what another
 * process changes shows a second later. `siteHost`: for whom a page is made, whatever host its first visitor named.
 */
export function withPageCache(handle: Handler, siteHost: string): Handler {
  const cache = new Map<string, Promise<CachedPage>>()
  let adminWritesInProgress = 0

  return async (request, response) => {
    const path = request.url ?? ''
    if (request.method === 'POST' && isAdminPath(path.split('?')[0] ?? '')) {
      cache.clear()
      adminWritesInProgress += 1
      response.once('close', () => {
        adminWritesInProgress -= 1
      })
    }
    if (adminWritesInProgress > 0 || !isCacheableRequest(request, path)) return handle(request, response)
    const page = await (cache.get(path) ?? renderAndCache(path, request)).catch(() => null)
    return page ? sendCached(page, request, response) : handle(request, response)
  }

  function renderAndCache(path: string, request: IncomingMessage): Promise<CachedPage> {
    const headers = { host: siteHost, accept: 'text/html' }
    const anonymousRequest = Object.assign(withBody(request, Buffer.alloc(0)), {
      method: 'GET',
      headers,
      rawHeaders: [],
    })
    const page = captureResponse(anonymousRequest, handle).then(toCachedPage)
    cache.set(path, page)
    const evict = () => {
      if (cache.get(path) === page) cache.delete(path)
    }
    page.then(({ status }) => (status === 200 ? setTimeout(evict, cacheMs).unref() : evict()), evict)
    return page
  }
}

// A script of ours asks for parts of a page, and what comes with a body is refused.
const uncacheableHeaders = ['rsc', 'next-action', 'content-length', 'transfer-encoding']

function isCacheableRequest({ method, headers }: IncomingMessage, path: string): boolean {
  const hasOnlyCommonHeaders = uncacheableHeaders.every((name) => headers[name] === undefined)
  return (method === 'GET' || method === 'HEAD') && hasOnlyCommonHeaders && isSharedPage(path)
}

function toCachedPage(captured: CapturedResponse): CachedPage {
  const { status, headers, body } = replaceNonceByHashes(captured)
  const bodies = new Map<Encoding, Promise<Buffer>>()
  return {
    status,
    headers,
    bodyAs(encoding) {
      const compressed = bodies.get(encoding) ?? encoders[encoding](body)
      bodies.set(encoding, compressed)
      return compressed
    },
  }
}

async function sendCached({ status, headers, bodyAs }: CachedPage, request: IncomingMessage, response: ServerResponse) {
  const encoding = negotiateEncoding(String(request.headers['accept-encoding'] ?? ''))
  const body = await bodyAs(encoding)
  const responseHeaders: OutgoingHttpHeaders = { 'content-length': body.length }
  // The compressor of Next says so by itself, also of a page that it left as it was.
  if (!/accept-encoding/i.test(String(headers.vary)))
    responseHeaders.vary = [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ')
  if (encoding !== 'identity') responseHeaders['content-encoding'] = encoding
  response.writeHead(status, { ...headers, ...responseHeaders })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
  identity: async (body: Buffer) => body,
}

/** The best that the browser takes (RFC 9110, 12.5.3). */
function negotiateEncoding(accepted: string): Encoding {
  const acceptedEncodings = accepted
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .flatMap(([name, weight = '1']) => (Number(weight) > 0 ? [name] : []))
  return (['br', 'gzip'] as const).find((encoding) => acceptedEncodings.includes(encoding)) ?? 'identity'
}
