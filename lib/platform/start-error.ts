/** Error that stops the start of the site. Its Dutch message, for the administrator, says what to do. */
export class StartError extends Error {
  override name = 'StartError'
}

/** Returns the code of a Node or PostgreSQL error ('ENOENT', '57P03'), or `undefined`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
