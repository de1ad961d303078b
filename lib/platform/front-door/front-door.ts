import type { IncomingMessage, ServerResponse } from 'node:http'
import { routes } from '@/lib/platform/routes'
import { isWellFormed, readBody, withBody } from './body'
import { replaceEmptyPage } from './empty-page'
import { type PlainStatus, sendPlainPage } from './plain-page'

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
 * What stands between the socket and the site: refuses an address that cannot be read (400), a change without an Origin of
 * ours (403), a body over 64 kB (413) and a form that is none (400), says who asks, and puts
 * a page people can read where Next sends an empty one.
 */
export function frontDoor({ handle, siteHost, trustedProxies, databaseAnswers, showFailures }: FrontDoor): Handler {
  return async (request, response) => {
    if (!isReadable(request.url ?? '')) return sendPlainPage(response, 400)
    request.headers[clientIpHeader] = clientIp(request, trustedProxies)
    if (wantsPage(request)) replaceEmptyPage(response, { failed: showFailures ? undefined : failed, missing })
    if (safeMethods.has(request.method ?? 'GET')) return handle(request, response)

    const body = await acceptedBody(request, siteHost)
    if (typeof body === 'number') return sendPlainPage(response, body)
    await handle(withBody(request, body), response)

    async function failed() {
      sendPlainPage(response, (await databaseAnswers()) ? 500 : 503)
    }

    async function missing() {
      replaceEmptyPage(response, { failed })
      await handle(askingFor(routes.nowhere(), request), response)
    }
  }
}

/** A visitor's request for another page, with nothing of the form or the copy that came along. */
function askingFor(url: string, request: IncomingMessage): IncomingMessage {
  const { host, accept, [clientIpHeader]: ip, 'accept-encoding': encoding } = request.headers
  const headers = { host, accept, [clientIpHeader]: ip, 'accept-encoding': encoding }
  return Object.assign(withBody(request, Buffer.alloc(0)), { method: 'GET', url, headers, rawHeaders: [] })
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?')[0] ?? '')
    return true
  } catch {
    return false
  }
}

/** The body of a change, or the status with which it is refused. */
async function acceptedBody(request: IncomingMessage, siteHost: string): Promise<Buffer | PlainStatus> {
  const origin = request.headers.origin ?? ''
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (!host || (host !== request.headers.host && host !== siteHost)) return 403
  const body = await readBody(request, maxBodyBytes)
  if (!body) return 413
  return (await isWellFormed(request.headers['content-type'] ?? '', body)) ? body : 400
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

/** Not a script of ours that asks for a part of a page: it has words of its own for a failure. */
function wantsPage(request: IncomingMessage): boolean {
  return request.headers.rsc === undefined && request.headers['next-action'] === undefined
}
