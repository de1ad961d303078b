import pino from 'pino'

// This runs when the module loads. env.ts reports a wrong level later.
const configuredLevel = process.env.LOG_LEVEL ?? ''

/** Writes one line of JSON per event to standard output. Never pass a name, address, answer, token or cookie. */
export const logger = pino({
  level: configuredLevel in pino.levels.values ? configuredLevel : 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
