import { type IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { errorCode } from '@/lib/platform/start-error'
import { hasValidActionReference, isValidActionCall } from './action-body'

/** The whole body; 'too large' as soon as it turns out to be over `maxBytes`, 'aborted' when the sender went away. */
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

const maxDrainBytes = 2 * 1024 * 1024
const maxDrainMs = 2_000

/**
 * Resolves when who is still sending has come to an end, or has gone on for two seconds or two megabytes more. Hung up on
 * sooner, a browser shows that instead of the answer (RFC 9112, 9.6).
 */
export function drainRequest(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, maxDrainMs)
    const done = () => {
      clearTimeout(timer)
      request.pause()
      resolve()
    }
    let drainedBytes = 0
    request.on('data', (chunk: Buffer) => {
      drainedBytes += chunk.length
      if (drainedBytes > maxDrainBytes) done()
    })
    request.resume()
    for (const event of ['end', 'close', 'error']) request.once(event, done)
  })
}

/**
 * Whether a body that says to be a form is one, and what it says about an action is what our pages say. Next and React fail
 * on one that is not, as if it were our fault.
 */
export async function isWellFormedBody(headers: IncomingHttpHeaders, body: Buffer): Promise<boolean> {
  const contentType = headers['content-type'] ?? ''
  const isActionCall = headers['next-action'] !== undefined
  if (!contentType.startsWith('multipart/')) return !isActionCall || isValidActionCall(body.toString())
  const response = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  const form = await response.formData().catch(() => null)
  return form !== null && (isActionCall ? isValidActionCall(form) : hasValidActionReference(form))
}

/** The same request with its body still to be read. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(request.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request
  Object.assign(copy, {
    method,
    url,
    headers,
    rawHeaders,
    httpVersion,
    httpVersionMajor,
    httpVersionMinor,
    complete: true,
  })
  copy.push(body)
  copy.push(null)
  return copy
}
