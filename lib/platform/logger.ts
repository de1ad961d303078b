import { inspect } from 'node:util'
import pino from 'pino'
import { isBeforeAction } from './action-entry'

// This runs when the module loads. env.ts reports a wrong level later.
const configuredLevel = process.env.LOG_LEVEL ?? ''

/** Writes one line of JSON per event to standard output. Never pass a name, address, answer, token or cookie. */
export const logger = pino({
  level: configuredLevel in pino.levels.values ? configuredLevel : 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
export type Logger = Pick<typeof logger, 'info' | 'warn' | 'error'>

/**
 * Returns the loggable fields of an error: its name, its codes and up to three stack frames (`at`) in project files.
 * Leaves out the message, which may hold user input, an address or a token.
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

/** Returns up to three innermost stack frames in project files. Skips the message, which could look like a frame. */
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

const logLevelByMethod = { error: 'error', warn: 'warn', info: 'debug', log: 'debug' } as const

/**
 * Replaces the console methods: each call logs only name and stack frames of its error. Next prints failed pages on the
 * console, even with an `onRequestError` hook. The printed text may hold an address or what a visitor typed.
 */
export function captureConsole(): void {
  for (const [method, level] of Object.entries(logLevelByMethod)) {
    Object.assign(console, {
      [method]: (...args: unknown[]) => {
        const error = args.find((arg) => arg instanceof Error) ?? Object.assign(new Error(), { name: 'none' })
        if (method !== 'error') logger[level](safeErrorFields(error), 'something was printed')
        else if (isBeforeAction()) logger.warn(safeErrorFields(error), 'request could not be read')
        else logger.error(safeErrorFields(error), 'something failed')
      },
    })
  }
}
