import { IncomingMessage } from 'node:http'
import { errorCode } from '@/lib/platform/start-error'

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

/** Whether a body that says to be a form is one. Next fails on one that is not, as if it were our fault. */
export async function isWellFormed(contentType: string, body: Buffer): Promise<boolean> {
  if (!contentType.startsWith('multipart/')) return true
  const form = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
  return form.formData().then(
    () => true,
    () => false,
  )
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
