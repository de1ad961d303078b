import { inspect } from 'node:util'

/**
 * What a log may say of an error: its kind, its code, and where in our own files it happened. Never its message, which may
 * hold what somebody typed, an address or a key.
 */
export function safeErrorFields(error: unknown): { error: string; code?: string; digest?: string; at?: string } {
  if (!(error instanceof Error)) return { error: 'unknown' }
  const { code, digest } = error as { code?: unknown; digest?: unknown }
  const at = ownStackLocations(error)
  return {
    error: error.name,
    ...(typeof code === 'string' && { code }),
    ...(typeof digest === 'string' && { digest }),
    ...(at && { at }),
  }
}

// Node shows a file in full, Next by its path from the top of the project, with the line as we wrote it.
const ownStackFrame = /^\s+at .*?((?:app|components|emails|lib|prisma)\/[\w()[\]./-]+\.tsx?:\d+:\d+)\)?$/

/** The three innermost places of ours in its stack. Its message stands before them, and could look like one. */
function ownStackLocations(error: Error): string {
  const rendered = inspect(error, { depth: 0 })
  const messageStart = rendered.indexOf(error.message)
  return rendered
    .slice(messageStart < 0 ? rendered.length : messageStart + error.message.length)
    .split('\n')
    .flatMap((line) => line.match(ownStackFrame)?.[1] ?? [])
    .slice(0, 3)
    .join(' ')
}
