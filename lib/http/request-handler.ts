import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isBeforeAction, trackActionEntry } from '@/lib/platform/action-entry'
import { logger, safeErrorFields } from '@/lib/platform/logger'
import { isAdminPath, routes } from '@/lib/platform/routes'
import { clientIpHeader, findClientIp } from './client-ip'
import { type ErrorPageStatus, errorPage } from './error-page'
import { httpsRedirect, pageAddress } from './https-redirect'
import { createPageCache } from './page-cache'
import { drainRequest, internalGet, readBody, withBody } from './request-body'
import { type CapturedResponse, captureResponse, type Handler, sendCaptured, setHeaders } from './response-capture'
import { cspHeader, securityHeaders } from './security-headers'
import { tooLarge, unsentForm } from './unsent-form'

const maxBodyBytes = 64 * 1024
const allowedMethods = ['GET', 'HEAD', 'POST']

const proxyAdvice =
  'X-Forwarded-For does not fit TRUSTED_PROXIES: set it to the number of your own proxies, or visitors share one rate limit'

/** `handle` is the request handler of Next. With `isDevelopment` Next shows its own errors, and nothing is cached. */
type RequestHandlerOptions = {
  handle: Handler
  siteUrl: string
  trustedProxies: number
  isDatabaseReachable: () => Promise<boolean>
  isDevelopment: boolean
}

/**
 * Returns the handler of all requests, which calls `handle`. It adds security headers and the client's IP address, caches
 * shared pages and redirects from http to https. It replaces error pages of Next, which need JavaScript, by static ones. It
 * refuses an unknown method (405), and an unreadable path or a GET with a body (400). It refuses a POST with a foreign
 * Origin (403), over 64 kB (413), or with a body that Next cannot read (400). It refuses a form of an older build (409), or
 * of a login that ended (401), but lets the visitor keep the typed text.
 */
export function createRequestHandler(options: RequestHandlerOptions): Handler {
  const { handle, trustedProxies, isDatabaseReachable, isDevelopment } = options
  const siteAddress = new URL(options.siteUrl)
  const cache = createPageCache(renderSharedPage)
  let isProxyReported = false

  return async (request, response) => {
    setHeaders(response, prepareRequest(request))
    const refusal = refusalStatus(request)
    if (refusal) return sendErrorPage(response, refusal)
    if (request.method === 'POST') return handlePost(request, response)
    const redirectTo = httpsRedirect(request, { siteOrigin: siteAddress.origin, trustedProxies })
    if (redirectTo) return sendRedirect(response, redirectTo)
    if (isDevelopment || !isPageRequest(request)) return handle(request, response)
    if (!(await cache.send(request, response))) await sendPage(request, response)
  }

  /** Puts the client's IP address and the CSP nonce in the request headers. Returns the security headers of the response. */
  function prepareRequest(request: IncomingMessage): OutgoingHttpHeaders {
    const headers = securityHeaders({
      path: pathOf(request),
      isHttps: siteAddress.protocol === 'https:',
      isDevelopment,
    })
    delete request.headers['x-forwarded-host']
    request.headers[clientIpHeader] = trustedClientIp(request)
    request.headers[cspHeader] = headers[cspHeader]
    return headers
  }

  /** Returns the client's IP address. Warns once if X-Forwarded-For of a request does not fit TRUSTED_PROXIES. */
  function trustedClientIp(request: IncomingMessage): string {
    const { ip, problem } = findClientIp(request, trustedProxies)
    if (problem && !isProxyReported) {
      isProxyReported = true
      logger.warn({ problem, trustedProxies }, proxyAdvice)
    }
    return ip
  }

  async function handlePost(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = ownOrigin(request)
    if (!origin) return sendCaptured(response, wrongAddressPage(request), drainRequest(request))
    // Next compares these. Behind a proxy it cannot know the public host.
    request.headers.origin = origin.origin
    request.headers['x-forwarded-host'] = origin.host
    if (isAdminPath(pathOf(request))) cache.disableUntilClosed(response)
    const body = await readBody(request, maxBodyBytes)
    if (body === 'aborted') return
    if (body === 'too large') return sendCaptured(response, tooLarge(request), drainRequest(request))
    await trackActionEntry(async () => {
      if (isDevelopment) return handle(withBody(request, body), response)
      const page = await render(withBody(request, body), response.getHeaders())
      sendCaptured(response, (await unsentForm(request, body, page)) ?? page)
    })
  }

  /**
   * Returns the origin of the page that sent a POST, or `null` if that is not a page of this site. Browsers send it as
   * Origin. If a proxy adds `Referrer-Policy: no-referrer`, they send `Origin: null`. Then Sec-Fetch-Site decides, a header
   * that no page can set.
   */
  function ownOrigin({ headers }: IncomingMessage): URL | null {
    const { host, origin = '', 'sec-fetch-site': fetchSite } = headers
    if (origin === 'null') return fetchSite === 'same-origin' ? siteAddress : null
    if (!URL.canParse(origin)) return null
    const sender = new URL(origin)
    const isOwnHost = sender.host === host || sender.host === siteAddress.host
    return isOwnHost && sender.protocol === siteAddress.protocol ? sender : null
  }

  /** Returns the page that refuses a form from a foreign origin (403). It links to the same path of this site. */
  function wrongAddressPage({ url = '/' }: IncomingMessage): CapturedResponse {
    return errorPage(403, { href: pageAddress(siteAddress.origin, url), label: siteAddress.origin })
  }

  async function sendPage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isDevelopment) return handle(request, response)
    sendCaptured(response, await render(request, response.getHeaders()))
  }

  /** Renders a page from a request without the visitor's cookies and other headers. */
  function renderSharedPage(request: IncomingMessage): Promise<CapturedResponse> {
    const anonymous = internalGet(request, request.url, { host: siteAddress.host, accept: 'text/html' })
    return render(anonymous, prepareRequest(anonymous))
  }

  async function render(request: IncomingMessage, headers: OutgoingHttpHeaders): Promise<CapturedResponse> {
    const page = await captureResponse(request, handle, headers).catch(toFailedPage)
    const status = await errorStatusOf(page, request)
    if (status) return errorPage(status)
    return isMissingPage(page, request) ? render(notFoundRequest(request), headers) : page
  }

  /** Returns the status of the static error page to send instead of `page`, or `null` if `page` is to be sent. */
  async function errorStatusOf(page: CapturedResponse, request: IncomingMessage): Promise<ErrorPageStatus | null> {
    if (page.status < 500 || contentType(page).includes('json')) return null
    const isUnreadable = request.method === 'POST' && isBeforeAction()
    if (!isUnreadable && !isPageRequest(request)) return null
    if (!(await isDatabaseReachable())) return 503
    return isUnreadable ? 400 : 500
  }
}

const sendErrorPage = (response: ServerResponse, status: ErrorPageStatus) => sendCaptured(response, errorPage(status))

/** Returns the error status with which to refuse a request before its body is read, or `null` to accept it. */
function refusalStatus(request: IncomingMessage): ErrorPageStatus | null {
  if (!allowedMethods.includes(request.method ?? '')) return 405
  return isDecodable(pathOf(request)) && (request.method === 'POST' || !hasBody(request)) ? null : 400
}

function sendRedirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location, 'cache-control': 'no-store' })
  response.end()
}

const pathOf = ({ url = '' }: IncomingMessage) => url.split('?')[0] ?? ''
const contentType = ({ headers }: CapturedResponse) => String(headers['content-type'])

/** Returns whether a browser requests a whole page, not a file of Next or data for a script that shows errors itself. */
const isPageRequest = (request: IncomingMessage) =>
  !pathOf(request).startsWith('/_next/') &&
  request.headers.rsc === undefined &&
  request.headers['next-action'] === undefined

const isMissingPage = (page: CapturedResponse, request: IncomingMessage) =>
  page.status === 404 &&
  contentType(page).includes('html') &&
  isPageRequest(request) &&
  request.url !== routes.notFound()

/** Returns a GET request for the static not-found page, without the form data and cookies of `request`. */
function notFoundRequest(request: IncomingMessage): IncomingMessage {
  const keptHeaders = ['host', 'accept', 'accept-encoding', clientIpHeader, cspHeader]
  const headers = Object.fromEntries(keptHeaders.map((name) => [name, request.headers[name]]))
  return internalGet(request, routes.notFound(), headers)
}

function toFailedPage(error: unknown): CapturedResponse {
  logger.error(safeErrorFields(error), 'page broke off')
  return { status: 500, headers: {}, body: Buffer.alloc(0) }
}

/** Returns whether the request has a body. In a GET it has no meaning (RFC 9110, 9.3.1), and may never end. */
const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
