import pino from 'pino'

// Read while modules load, so before a wrong setting can be named: that is for env.ts.
const wanted = process.env.LOG_LEVEL ?? ''

/** One JSON line an event on standard output. Never give it a name, address, answer, token or cookie. */
export const logger = pino({
  level: wanted in pino.levels.values ? wanted : 'info',
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
