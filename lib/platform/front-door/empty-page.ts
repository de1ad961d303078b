import type { ServerResponse } from 'node:http'

type Substitutes = {
  /** Takes the place of a page that failed (5xx). */
  failed?: (() => Promise<void>) | undefined
  /** Takes the place of a page that found nothing to show (404). */
  missing?: () => Promise<void>
}

/**
 * A page that fails or finds nothing while it is made comes out of Next with an empty body that only a script fills. Hold
 * that body back and let something take its place that everybody can read. Headers that stand already stay.
 */
export function replaceEmptyPage(response: ServerResponse, { failed, missing }: Substitutes): void {
  const { writeHead, write, end } = response
  const before = response.getHeaders()
  function substitute() {
    if (response.headersSent) return
    const type = String(response.getHeader('content-type'))
    if (response.statusCode >= 500 && !type.includes('json')) return failed
    if (response.statusCode === 404 && type.includes('html')) return missing
  }

  // Next compresses through these same three; a head that was held back keeps the rest from going out.
  response.writeHead = ((...args: unknown[]) => {
    if (typeof args[0] === 'number') response.statusCode = args[0]
    return substitute() ? response : Reflect.apply(writeHead, response, args)
  }) as typeof writeHead
  response.write = ((...args: unknown[]) =>
    Boolean(substitute()) || Reflect.apply(write, response, args)) as typeof write
  response.end = ((...args: unknown[]) => {
    const replace = substitute()
    if (!replace) return Reflect.apply(end, response, args)
    Object.assign(response, { writeHead, write, end, statusCode: 200 })
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    for (const [name, value] of Object.entries(before)) if (value !== undefined) response.setHeader(name, value)
    void replace()
    return response
  }) as typeof end
}
