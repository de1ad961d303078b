import type { IncomingMessage, ServerResponse } from 'node:http'
import { type PlainStatus, plainPage } from './plain-page'

const maxBodyBytes = 64 * 1024
const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The header in which the site finds who asks: the address, or the proxies' word for it. Always set here, never trusted from outside. */
export const clientIpHeader = 'x-aanschuif-ip'

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type FrontDoor = {
  handle: Handler
  siteHost: string
  trustedProxies: number
  databaseAnswers: () => Promise<boolean>
  /** While developing: leave a failed page to Next, which shows what went wrong. */
  showFailures: boolean
}

/**
 * What stands between the socket and the site: refuses a change without an Origin of ours (403), one without a length
 * (411) and one over 64 kB (413), says who asks, and turns the site's own failure into a page people can read.
 */
export function frontDoor({ handle, siteHost, trustedProxies, databaseAnswers, showFailures }: FrontDoor): Handler {
  return async (request, response) => {
    const refusal = refuse(request, siteHost)
    if (refusal) return sendPlain(response, refusal)
    request.headers[clientIpHeader] = clientIp(request, trustedProxies)
    if (!showFailures && wantsPage(request)) replaceFailure(response, databaseAnswers)
    await handle(request, response)
  }
}

function refuse(request: IncomingMessage, siteHost: string): PlainStatus | null {
  if (safeMethods.has(request.method ?? 'GET')) return null
  const origin = request.headers.origin ?? ''
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (!host || (host !== request.headers.host && host !== siteHost)) return 403
  const length = request.headers['content-length']
  if (length === undefined) return 411
  return Number(length) > maxBodyBytes ? 413 : null
}

/** The address as the outermost trusted proxy saw it: each proxy adds one to the end of X-Forwarded-For. */
export function clientIp(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const socketAddress = request.socket.remoteAddress ?? ''
  if (trustedProxies === 0) return socketAddress
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
  return forwarded.at(-trustedProxies) ?? socketAddress
}

function wantsPage(request: IncomingMessage): boolean {
  const partOfPage = request.headers.rsc !== undefined || request.headers['next-action'] !== undefined
  return !partOfPage && (request.headers.accept ?? '').includes('text/html')
}

function sendPlain(response: ServerResponse, status: PlainStatus): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 503 && { 'retry-after': '60' }),
  })
  response.end(plainPage(status))
}

/**
 * A page that fails while it is made comes out of Next as status 500 with an empty body that only a script fills. Hold
 * that body back and send a page of our own: 503 when the database is away, 500 otherwise.
 */
function replaceFailure(response: ServerResponse, databaseAnswers: () => Promise<boolean>): void {
  const write = response.write.bind(response)
  const end = response.end.bind(response)
  const failing = () => response.statusCode >= 500 && !response.headersSent

  response.write = ((...args: Parameters<typeof write>) => (failing() ? true : write(...args))) as typeof write
  response.end = ((...args: Parameters<typeof end>) => {
    if (!failing()) return end(...args)
    response.write = write
    response.end = end
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    void databaseAnswers().then((answers) => sendPlain(response, answers ? 500 : 503))
    return response
  }) as typeof end
}
