import { IncomingMessage } from 'node:http'

/** The whole body, or null as soon as it turns out to be larger than `maxBytes`. */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > maxBytes) return null
    chunks.push(chunk)
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
