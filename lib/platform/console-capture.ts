import { logger } from './logger'
import { safeErrorFields } from './safe-error'

const logLevelByMethod = { error: 'error', warn: 'warn', info: 'debug', log: 'debug' } as const

/**
 * From here on what others print for people, as Next does with a page that fails, becomes a line in the log like ours: what
 * kind of error, and where. What they say of it is left out: it may name an address or hold what somebody typed.
 */
export function captureConsole(): void {
  for (const [method, level] of Object.entries(logLevelByMethod)) {
    Object.assign(console, {
      [method]: (...args: unknown[]) => {
        const error = args.find((arg) => arg instanceof Error) ?? Object.assign(new Error(), { name: 'none' })
        logger[level](safeErrorFields(error), method === 'error' ? 'something failed' : 'something was printed')
      },
    })
  }
}
