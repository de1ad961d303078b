import pino from 'pino'

/** One JSON line an event on standard output. Never give it a name, address, answer, token or cookie. */
export const logger = pino({
  level: process.env.LOG_LEVEL || 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
