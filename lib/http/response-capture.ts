import { once } from 'node:events'
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** A complete response that has not been sent yet. */
export type CapturedResponse = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

class InMemoryResponse extends ServerResponse {
  readonly chunks: Buffer[] = []

  override write(chunk: unknown, ...rest: unknown[]): boolean {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.chunks.push(Buffer.from(chunk))
    for (const callback of rest) if (typeof callback === 'function') callback()
    return true
  }

  override end(chunk?: unknown, ...rest: unknown[]): this {
    this.write(chunk, ...rest)
    this.emit('finish')
    return this
  }

  override destroy(error = new Error('the page broke off')): this {
    if (this.listenerCount('error') > 0) this.emit('error', error)
    return this
  }
}

/** Runs `handle` against an in-memory response with `headers` and returns it. Rejects if `handle` destroys the response. */
export async function captureResponse(request: IncomingMessage, handle: Handler, headers: OutgoingHttpHeaders) {
  const response = new InMemoryResponse(request)
  setHeaders(response, headers)
  await Promise.all([once(response, 'finish'), handle(request, response)])
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(response.chunks) }
}

/** Sends a captured response, which ends only once `drained` resolves. Node omits the body after HEAD. */
export function sendCaptured(response: ServerResponse, captured: CapturedResponse, drained?: Promise<void>): void {
  response.statusCode = captured.status
  setHeaders(response, captured.headers)
  if (!drained) return void response.end(captured.body)
  response.write(captured.body)
  void drained.then(() => response.end())
}

export function setHeaders(response: ServerResponse, headers: OutgoingHttpHeaders): void {
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
}
