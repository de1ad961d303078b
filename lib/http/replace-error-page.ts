import type { ServerResponse } from 'node:http'

type ErrorPageReplacements = {
  /** Takes the place of a page that failed (5xx). */
  serverError?: (() => Promise<void>) | undefined
  /** Takes the place of a page that found nothing to show (404). */
  notFound?: () => Promise<void>
}

/**
 * A page that fails or finds nothing while it is made comes out of Next with an empty body that only a script fills. Hold
 * that body back and let something take its place that everybody can read. Headers that stand already stay.
 */
export function replaceErrorPage(response: ServerResponse, { serverError, notFound }: ErrorPageReplacements): void {
  const { writeHead, write, end } = response
  const initialHeaders = response.getHeaders()
  function findReplacement() {
    if (response.headersSent) return
    const type = String(response.getHeader('content-type'))
    if (response.statusCode >= 500 && !type.includes('json')) return serverError
    if (response.statusCode === 404 && type.includes('html')) return notFound
  }

  // Next compresses through these same three; a head that was held back keeps the rest from going out.
  response.writeHead = ((...args: unknown[]) => {
    if (typeof args[0] === 'number') response.statusCode = args[0]
    return findReplacement() ? response : Reflect.apply(writeHead, response, args)
  }) as typeof writeHead
  response.write = ((...args: unknown[]) =>
    Boolean(findReplacement()) || Reflect.apply(write, response, args)) as typeof write
  response.end = ((...args: unknown[]) => {
    const replace = findReplacement()
    if (!replace) return Reflect.apply(end, response, args)
    Object.assign(response, { writeHead, write, end, statusCode: 200 })
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    for (const [name, value] of Object.entries(initialHeaders)) if (value !== undefined) response.setHeader(name, value)
    void replace()
    return response
  }) as typeof end
}
