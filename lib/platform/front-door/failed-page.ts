import type { ServerResponse } from 'node:http'
import { sendPlainPage } from './plain-page'

/**
 * A page that fails while it is made comes out of Next as status 500 with an empty body that only a script fills. Hold
 * that body back and send a page of our own: 503 when the database is away, 500 otherwise.
 */
export function replaceFailure(response: ServerResponse, databaseAnswers: () => Promise<boolean>): void {
  const { writeHead, write, end } = response
  const isJson = () => String(response.getHeader('content-type')).includes('json')
  const failing = () => response.statusCode >= 500 && !response.headersSent && !isJson()

  // Next compresses through these same three; a head that was held back keeps the rest from going out.
  response.writeHead = ((...args: unknown[]) => {
    if (typeof args[0] === 'number') response.statusCode = args[0]
    return failing() ? response : Reflect.apply(writeHead, response, args)
  }) as typeof writeHead
  response.write = ((...args: unknown[]) => failing() || Reflect.apply(write, response, args)) as typeof write
  response.end = ((...args: unknown[]) => {
    if (!failing()) return Reflect.apply(end, response, args)
    Object.assign(response, { writeHead, write, end })
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    void databaseAnswers().then((answers) => sendPlainPage(response, answers ? 500 : 503))
    return response
  }) as typeof end
}
