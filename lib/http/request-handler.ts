import type { IncomingMessage, ServerResponse } from 'node:http'
import { routes } from '@/lib/platform/routes'
import { clientIpHeader, findClientIp } from './client-ip'
import { type ErrorPageStatus, sendErrorPage } from './error-page'
import { withPageCache } from './page-cache'
import { replaceErrorPage } from './replace-error-page'
import { drainRequest, isWellFormedBody, readBody, withBody } from './request-body'
import { cspHeader, setSecurityHeaders } from './security-headers'

const maxBodyBytes = 64 * 1024
const allowedMethods = ['GET', 'HEAD', 'POST']

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type RequestHandlerOptions = {
  handle: Handler
  /** The public address of the site. */
  siteUrl: string
  trustedProxies: number
  isDatabaseReachable: () => Promise<boolean>
  /** Leave a failed page to Next, which shows what went wrong, and let Next run what it needs for that. */
  isDevelopment: boolean
}

/**
 * What stands between the socket and the site: says with every answer what a browser may do with it, refuses a method that
 * nothing here uses (405), an address that cannot be read or a question with a body (400), a change without an Origin of ours
 * (403), a body over 64 kB (413) and a form that is none (400), says who asks, puts a page people can read where Next sends
 * an empty one, and keeps what all visitors get alike for a second.
 */
export function createRequestHandler({
  handle,
  siteUrl,
  trustedProxies,
  isDatabaseReachable,
  isDevelopment,
}: RequestHandlerOptions): Handler {
  const { host: siteHost, protocol } = new URL(siteUrl)
  return isDevelopment ? handleRequest : withPageCache(handleRequest, siteHost)

  async function handleRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? ''
    setSecurityHeaders(request, response, { path, isHttps: protocol === 'https:', isDevelopment })
    if (!allowedMethods.includes(request.method ?? '')) return sendErrorPage(response, 405)
    if (!isDecodablePath(path)) return sendErrorPage(response, 400)
    delete request.headers['x-forwarded-host']
    request.headers[clientIpHeader] = findClientIp(request, trustedProxies)
    if (isPageRequest(request))
      replaceErrorPage(response, { serverError: isDevelopment ? undefined : failed, notFound: missing })
    if (request.method !== 'POST') {
      return hasBody(request) ? sendErrorPage(response, 400) : handle(request, response)
    }

    const host = originHost(request)
    if (!host || (host !== request.headers.host && host !== siteHost)) return sendErrorPage(response, 403)
    // Next compares the Origin once more, with what it thinks the site is called; behind a proxy it cannot know.
    request.headers['x-forwarded-host'] = host
    const body = await readAcceptableBody(request)
    if (body === 'aborted') return
    if (typeof body === 'number') return sendErrorPage(response, body, body === 413 ? drainRequest(request) : undefined)
    await handle(withBody(request, body), response)

    async function failed() {
      sendErrorPage(response, (await isDatabaseReachable()) ? 500 : 503)
    }

    async function missing() {
      replaceErrorPage(response, { serverError: failed })
      await handle(internalGetRequest(routes.notFound(), request), response)
    }
  }
}

/** A visitor's request for another page, with nothing of the form or the copy that came along. */
function internalGetRequest(url: string, request: IncomingMessage): IncomingMessage {
  const keptHeaders = ['host', 'accept', 'accept-encoding', clientIpHeader, cspHeader]
  const headers = Object.fromEntries(keptHeaders.map((name) => [name, request.headers[name]]))
  return Object.assign(withBody(request, Buffer.alloc(0)), { method: 'GET', url, headers, rawHeaders: [] })
}

/** Means nothing with GET (RFC 9110, 9.3.1); whoever is answered without it being read may go on sending for hours. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function isDecodablePath(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** Of the site whose page sends this: a browser says so with every change. Empty when it does not. */
function originHost({ headers }: IncomingMessage): string {
  const origin = headers.origin ?? ''
  return URL.canParse(origin) ? new URL(origin).host : ''
}

/** The body of a change, or the status with which it is refused. */
async function readAcceptableBody(request: IncomingMessage): Promise<Buffer | ErrorPageStatus | 'aborted'> {
  const body = await readBody(request, maxBodyBytes)
  if (body === 'too large') return 413
  if (body === 'aborted') return body
  return (await isWellFormedBody(request.headers, body)) ? body : 400
}

/** Not a script of ours that asks for a part of a page: it has words of its own for a failure. */
function isPageRequest(request: IncomingMessage): boolean {
  return request.headers.rsc === undefined && request.headers['next-action'] === undefined
}
