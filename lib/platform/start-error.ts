/** Why the database cannot be used: one calm Dutch line for whoever starts the site, with what to do. */
export class StartError extends Error {
  override name = 'StartError'
}

/** The code of a Node or PostgreSQL error ('ENOENT', '57P03'), or undefined. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The server at this URL does not answer (yet): the address may be wrong, or it is down and will come back. */
export class UnreachableError extends StartError {
  override name = 'UnreachableError'

  constructor(cause: unknown, url: string) {
    super(
      `${describeDatabase(url)} is niet te bereiken (${describeCause(cause)}): klopt DATABASE_URL en draait de server?`,
      {
        cause,
      },
    )
  }
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
]
// Starting or stopping, taken down by an administrator, no room for one more. https://www.postgresql.org/docs/current/errcodes-appendix.html
const unavailableCodes = ['57P01', '57P02', '57P03', '53300']

/** Why a connection to the database at this URL failed: UnreachableError when it may yet come, else one that says why not. */
export function toConnectionError(cause: unknown, url: string): StartError {
  const code = errorCode(cause)
  // pg gives no code when the line is cut before an answer, or none comes.
  const isUnreachable = code
    ? [...unreachableCodes, ...unavailableCodes].includes(code)
    : /terminated|timeout/.test(describeCause(cause))
  if (isUnreachable) return new UnreachableError(cause, url)
  return new StartError(
    `${describeDatabase(url)} laat de site niet toe (${describeCause(cause)}): kijk DATABASE_URL na.`,
    { cause },
  )
}

const describeCause = (cause: unknown) => errorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))

function describeDatabase(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `De database op ${hostname}:${port || 5432}${pathname}`
}
