import { createHash } from 'node:crypto'
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { cspHeader } from './security-headers'

/** A page as it would go out, whole and not compressed. */
export type CapturedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** Lets `answer` answer to nobody, and gives what it said. Rejects when it breaks off halfway. */
export async function captureResponse(
  request: IncomingMessage,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<CapturedResponse> {
  const response = new ServerResponse(request)
  const chunks: Buffer[] = []
  const finished = new Promise<void>((resolve, reject) => {
    const collect = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
    }
    response.write = ((chunk: unknown) => {
      collect(chunk)
      return true
    }) as typeof response.write
    response.end = ((chunk: unknown) => {
      collect(chunk)
      response.emit('finish')
      resolve()
      return response
    }) as typeof response.end
    response.destroy = (error) => {
      reject(error ?? new Error('the page broke off'))
      return response
    }
  })
  await Promise.all([handle(request, response), finished])
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) }
}

/**
 * The same page fit to be sent more than once: the scripts that were let in by its nonce, and so are Next's, are let in by
 * their hashes instead. One that somebody got into the page has neither.
 */
export function replaceNonceByHashes({ status, headers, body }: CapturedResponse): CapturedResponse {
  const policy = String(headers[cspHeader])
  const [nonceSource = '', nonce = ''] = policy.match(/'nonce-([^']+)'/) ?? []
  const html = body.toString()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  const hashes = scripts
    .filter(([, attributes = '', text]) => text && attributes.includes(`nonce="${nonce}"`))
    .map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
  const link = headers.link && String(headers.link).replaceAll(`; nonce="${nonce}"`, '')
  return {
    status,
    headers: {
      ...headers,
      ...(link && { link }),
      [cspHeader]: policy.replace(nonceSource, [...new Set(hashes)].join(' ')),
    },
    body: Buffer.from(html.replaceAll(` nonce="${nonce}"`, '')),
  }
}
