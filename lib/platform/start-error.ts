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
    const { hostname, port, pathname } = new URL(url)
    const reason = errorCode(cause) ?? (cause instanceof Error ? cause.message : String(cause))
    super(
      `De database op ${hostname}:${port || 5432}${pathname} is niet te bereiken (${reason}): klopt DATABASE_URL en draait de server?`,
      { cause },
    )
  }
}
