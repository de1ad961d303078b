import { inspect } from 'node:util'

/**
 * Returns the fields of an error that may be logged: its name, codes and up to three places in our own files. Leaves out
 * the message, which may hold user input, an address or a token.
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

// Node prints an absolute path, Next a path from the project folder.
const ownStackFrame = /^\s+at .*?((?:app|components|emails|lib|prisma)\/[\w()[\]./-]+\.tsx?:\d+:\d+)\)?$/

/** Returns the three innermost places of ours. Skips the message before the stack, which could look like a place. */
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
