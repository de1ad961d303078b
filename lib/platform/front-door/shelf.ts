import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { isDesk, isForEverybody } from '@/lib/platform/routes'
import { withBody } from './body'
import { type CaughtPage, catchPage, withHashes } from './caught-page'

const freshMs = 1_000

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type Encoding = keyof typeof encoders
type KeptPage = Omit<CaughtPage, 'body'> & { bodyIn(encoding: Encoding): Promise<Buffer> }

/**
 * Keeps a page that is the same for everybody for a second, compressed, with hashes for its scripts: however many come at
 * once, it is made once. A change at the desk clears the shelf, and nothing goes on it while one is being made; what another
 * process changes shows a second later. `siteHost`: for whom a page is made, whatever host its first visitor named.
 */
export function withShelf(answer: Handler, siteHost: string): Handler {
  const shelf = new Map<string, Promise<KeptPage>>()
  let changing = 0

  return async (request, response) => {
    const path = request.url ?? ''
    if (request.method === 'POST' && isDesk(path.split('?')[0] ?? '')) {
      shelf.clear()
      changing += 1
      response.once('close', () => {
        changing -= 1
      })
    }
    if (changing > 0 || !asksForWhatAllGet(request, path)) return answer(request, response)
    const page = await (shelf.get(path) ?? make(path, request)).catch(() => null)
    return page ? send(page, request, response) : answer(request, response)
  }

  function make(path: string, request: IncomingMessage): Promise<KeptPage> {
    const headers = { host: siteHost, accept: 'text/html' }
    const neutral = Object.assign(withBody(request, Buffer.alloc(0)), { method: 'GET', headers, rawHeaders: [] })
    const page = catchPage(neutral, answer).then(keepable)
    shelf.set(path, page)
    const takeAway = () => {
      if (shelf.get(path) === page) shelf.delete(path)
    }
    page.then(({ status }) => (status === 200 ? setTimeout(takeAway, freshMs).unref() : takeAway()), takeAway)
    return page
  }
}

// A script of ours asks for parts of a page, and what comes with a body is refused.
const unlikeOthers = ['rsc', 'next-action', 'content-length', 'transfer-encoding']

function asksForWhatAllGet({ method, headers }: IncomingMessage, path: string): boolean {
  const plain = unlikeOthers.every((name) => headers[name] === undefined)
  return (method === 'GET' || method === 'HEAD') && plain && isForEverybody(path)
}

function keepable(caught: CaughtPage): KeptPage {
  const { status, headers, body } = withHashes(caught)
  const bodies = new Map<Encoding, Promise<Buffer>>()
  return {
    status,
    headers,
    bodyIn(encoding) {
      const made = bodies.get(encoding) ?? encoders[encoding](body)
      bodies.set(encoding, made)
      return made
    },
  }
}

async function send({ status, headers, bodyIn }: KeptPage, request: IncomingMessage, response: ServerResponse) {
  const encoding = encodingFor(String(request.headers['accept-encoding'] ?? ''))
  const body = await bodyIn(encoding)
  const own: OutgoingHttpHeaders = { 'content-length': body.length }
  // The compressor of Next says so by itself, also of a page that it left as it was.
  if (!/accept-encoding/i.test(String(headers.vary)))
    own.vary = [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ')
  if (encoding !== 'identity') own['content-encoding'] = encoding
  response.writeHead(status, { ...headers, ...own })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const encoders = {
  br: (body: Buffer) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => promisify(gzip)(body),
  identity: async (body: Buffer) => body,
}

/** The best that the browser takes (RFC 9110, 12.5.3). */
function encodingFor(accepted: string): Encoding {
  const wanted = accepted
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*q=/))
    .flatMap(([name, weight = '1']) => (Number(weight) > 0 ? [name] : []))
  return (['br', 'gzip'] as const).find((encoding) => wanted.includes(encoding)) ?? 'identity'
}
