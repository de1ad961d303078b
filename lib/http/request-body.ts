import { IncomingMessage } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '@/lib/platform/start-error'

/** Returns the request body, 'too large' once the body exceeds `maxBytes`, or 'aborted' if the client disconnects. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | 'too large' | 'aborted'> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return 'too large'
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length
      if (size > maxBytes) return 'too large'
      chunks.push(chunk)
    }
  } catch (error) {
    if (errorCode(error) === 'ECONNRESET') return 'aborted'
    throw error
  }
  return Buffer.concat(chunks)
}

/**
 * Reads and discards the rest of a request body. Resolves at its end, or after two seconds or two megabytes. A browser that
 * still sends when the connection closes shows an error instead of the response (RFC 9112, 9.6).
 */
export async function drainRequest(request: IncomingMessage): Promise<void> {
  const drain = async () => {
    let bytesLeft = 2 * 1024 * 1024
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytesLeft -= chunk.length
      if (bytesLeft < 0) return
    }
  }
  await Promise.race([drain().catch(() => {}), pause(2_000, undefined, { ref: false })])
}

/** Returns a copy of the request with `body` as its unread body. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  const head = { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor }
  const copy = Object.assign(new IncomingMessage(request.socket), head, { complete: true })
  copy.push(body)
  copy.push(null)
  return copy
}

/** Returns a GET request for `url` on the socket of `request`, without a body and with only these headers. */
export const internalGet = (request: IncomingMessage, url: string | undefined, headers: IncomingMessage['headers']) =>
  Object.assign(withBody(request, Buffer.alloc(0)), { method: 'GET', url, headers, rawHeaders: [] })
