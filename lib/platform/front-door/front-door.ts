import type { IncomingMessage, ServerResponse } from 'node:http'
import { routes } from '@/lib/platform/routes'
import { hearOut, isWellFormed, readBody, withBody } from './body'
import { clientIpHeader, findClientIp } from './client-ip'
import { replaceEmptyPage } from './empty-page'
import { type PlainStatus, sendPlainPage } from './plain-page'
import { policyHeader, setSafeHeaders } from './safe-headers'
import { withShelf } from './shelf'

const maxBodyBytes = 64 * 1024
const methods = ['GET', 'HEAD', 'POST']

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
type FrontDoor = {
  handle: Handler
  /** The public address of the site. */
  siteUrl: string
  trustedProxies: number
  databaseAnswers: () => Promise<boolean>
  /** Leave a failed page to Next, which shows what went wrong, and let Next run what it needs for that. */
  developing: boolean
}

/**
 * What stands between the socket and the site: says with every answer what a browser may do with it, refuses a method that
 * nothing here uses (405), an address that cannot be read or a question with a body (400), a change without an Origin of ours
 * (403), a body over 64 kB (413) and a form that is none (400), says who asks, puts a page people can read where Next sends
 * an empty one, and keeps what all visitors get alike for a second.
 */
export function frontDoor({ handle, siteUrl, trustedProxies, databaseAnswers, developing }: FrontDoor): Handler {
  const { host: siteHost, protocol } = new URL(siteUrl)
  return developing ? answer : withShelf(answer, siteHost)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url?.split('?')[0] ?? ''
    setSafeHeaders(request, response, { path, https: protocol === 'https:', developing })
    if (!methods.includes(request.method ?? '')) return sendPlainPage(response, 405)
    if (!isReadable(path)) return sendPlainPage(response, 400)
    delete request.headers['x-forwarded-host']
    request.headers[clientIpHeader] = findClientIp(request, trustedProxies)
    if (wantsPage(request)) replaceEmptyPage(response, { failed: developing ? undefined : failed, missing })
    if (request.method !== 'POST') {
      return announcesBody(request) ? sendPlainPage(response, 400) : handle(request, response)
    }

    const host = originHost(request)
    if (!host || (host !== request.headers.host && host !== siteHost)) return sendPlainPage(response, 403)
    // Next compares the Origin once more, with what it thinks the site is called; behind a proxy it cannot know.
    request.headers['x-forwarded-host'] = host
    const body = await acceptedBody(request)
    if (body === 'broken off') return
    if (typeof body === 'number') return sendPlainPage(response, body, body === 413 ? hearOut(request) : undefined)
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
  const kept = ['host', 'accept', 'accept-encoding', clientIpHeader, policyHeader]
  const headers = Object.fromEntries(kept.map((name) => [name, request.headers[name]]))
  return Object.assign(withBody(request, Buffer.alloc(0)), { method: 'GET', url, headers, rawHeaders: [] })
}

/** Means nothing with GET (RFC 9110, 9.3.1); whoever is answered without it being read may go on sending for hours. */
function announcesBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function isReadable(path: string): boolean {
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
async function acceptedBody(request: IncomingMessage): Promise<Buffer | PlainStatus | 'broken off'> {
  const body = await readBody(request, maxBodyBytes)
  if (body === 'too large') return 413
  if (body === 'broken off') return body
  return (await isWellFormed(request.headers, body)) ? body : 400
}

/** Not a script of ours that asks for a part of a page: it has words of its own for a failure. */
function wantsPage(request: IncomingMessage): boolean {
  return request.headers.rsc === undefined && request.headers['next-action'] === undefined
}
