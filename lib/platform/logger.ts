import pino from 'pino'

// Read while modules load, so before a wrong setting can be named: that is for env.ts.
const configuredLevel = process.env.LOG_LEVEL ?? ''

/** One JSON line an event on standard output. Never give it a name, address, answer, token or cookie. */
export const logger = pino({
  level: configuredLevel in pino.levels.values ? configuredLevel : 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
