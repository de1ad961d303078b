import { type IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { errorCode } from '@/lib/platform/start-error'
import { isCallOfAction, namesItsActionWell } from './action-body'

/** The whole body; 'too large' as soon as it turns out to be over `maxBytes`, 'broken off' when the sender went away. */
export async function readBody(
  request: IncomingMessage,
  maxBytes: number,
): Promise<Buffer | 'too large' | 'broken off'> {
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
    if (errorCode(error) === 'ECONNRESET') return 'broken off'
    throw error
  }
  return Buffer.concat(chunks)
}

const mostHeardBytes = 2 * 1024 * 1024
const mostHeardMs = 2_000

/**
 * Resolves when who is still sending has come to an end, or has gone on for two seconds or two megabytes more. Hung up on
 * sooner, a browser shows that instead of the answer (RFC 9112, 9.6).
 */
export function hearOut(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const enough = setTimeout(resolve, mostHeardMs)
    const done = () => {
      clearTimeout(enough)
      request.pause()
      resolve()
    }
    let heard = 0
    request.on('data', (chunk: Buffer) => {
      heard += chunk.length
      if (heard > mostHeardBytes) done()
    })
    request.resume()
    for (const event of ['end', 'close', 'error']) request.once(event, done)
  })
}

/**
 * Whether a body that says to be a form is one, and what it says about an action is what our pages say. Next and React fail
 * on one that is not, as if it were our fault.
 */
export async function isWellFormed(headers: IncomingHttpHeaders, body: Buffer): Promise<boolean> {
  const contentType = headers['content-type'] ?? ''
  const byScript = headers['next-action'] !== undefined
  if (!contentType.startsWith('multipart/')) return !byScript || isCallOfAction(body.toString())
  const sent = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  const form = await sent.formData().catch(() => null)
  return form !== null && (byScript ? isCallOfAction(form) : namesItsActionWell(form))
}

/** The same request with its body still to be read. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(again, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  })
  again.push(body)
  again.push(null)
  return again
}
