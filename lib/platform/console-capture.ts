import { isBeforeAction } from './action-entry'
import { logger } from './logger'
import { safeErrorFields } from './safe-error'

const logLevelByMethod = { error: 'error', warn: 'warn', info: 'debug', log: 'debug' } as const

/**
 * Replaces the console by log lines with the kind and place of the error. Next prints each failed page on the console, also
 * with an `onRequestError` hook. Its text is left out: it may hold an address or what a visitor typed.
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
