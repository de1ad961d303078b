import { inspect } from 'node:util'

/**
 * What a log may say of an error: its kind, its code, and where in our own files it happened. Never its message, which may
 * hold what somebody typed, an address or a key.
 */
export function errorFacts(error: unknown): { error: string; code?: string; digest?: string; at?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const { code, digest } = error as { code?: unknown; digest?: unknown }
  const at = placesIn(error)
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    ...(at && { at }),
  }
}

// Node shows a file in full, Next by its path from the top of the project, with the line as we wrote it.
const place = /^\s+at .*?((?:app|components|emails|lib|prisma)\/[\w()[\]./-]+\.tsx?:\d+:\d+)\)?$/

/** The three innermost places of ours in its stack. Its message stands before them, and could look like one. */
function placesIn(error: Error): string {
  const shown = inspect(error, { depth: 0 })
  const end = shown.indexOf(error.message)
  return shown
    .slice(end < 0 ? shown.length : end + error.message.length)
    .split('\n')
    .flatMap((line) => line.match(place)?.[1] ?? [])
    .slice(0, 3)
    .join(' ')
}
