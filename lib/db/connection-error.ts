import { errorCode, StartError } from '@/lib/platform/start-error'

/** The database server does not answer. It may be down for a while, or its address may be wrong. */
export class UnreachableError extends StartError {
  override name = 'UnreachableError'
}

const unreachableCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Shutting down, starting up, too many connections. https://www.postgresql.org/docs/current/errcodes-appendix.html
  '57P01',
  '57P02',
  '57P03',
  '53300',
]

/** Returns an UnreachableError when a later connection to this URL may succeed, or else a StartError with the reason. */
export function toConnectionError(cause: unknown, url: string): StartError {
  const { hostname, port, pathname } = new URL(url)
  const database = `De database op ${hostname}:${port || 5432}${pathname}`
  const code = errorCode(cause)
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause))
  // pg gives no code when the connection is cut or times out before an answer.
  const isUnreachable = code ? unreachableCodes.includes(code) : /terminated|timeout/.test(reason)
  if (isUnreachable) {
    const message = `${database} is niet te bereiken (${reason}): klopt DATABASE_URL en draait de server?`
    return new UnreachableError(message, { cause })
  }
  return new StartError(`${database} laat de site niet toe (${reason}): kijk DATABASE_URL na.`, { cause })
}
