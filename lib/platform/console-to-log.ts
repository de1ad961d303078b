import { errorFacts } from './error-facts'
import { logger } from './logger'

const levels = { error: 'error', warn: 'warn', info: 'debug', log: 'debug' } as const

/**
 * From here on what others print for people, as Next does with a page that fails, becomes a line in the log like ours: what
 * kind of error, and where. What they say of it is left out: it may name an address or hold what somebody typed.
 */
export function sendConsoleToLog(): void {
  for (const [method, level] of Object.entries(levels)) {
    Object.assign(console, {
      [method]: (...printed: unknown[]) => {
        const error = printed.find((each) => each instanceof Error) ?? Object.assign(new Error(), { name: 'none' })
        logger[level](errorFacts(error), method === 'error' ? 'something failed' : 'something was printed')
      },
    })
  }
}
