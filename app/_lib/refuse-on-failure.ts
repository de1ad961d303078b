import { logger, safeErrorFields } from '@/lib/platform/logger'
import { refuse } from '@/lib/platform/result'

/** Logs a failed attempt and refuses with `unavailable`, so that the form keeps what was typed. */
export function refuseOnFailure<Value>(failure: string, attempt: () => Promise<Value>) {
  return attempt().catch((error: unknown) => {
    logger.error(safeErrorFields(error), failure)
    return refuse('unavailable')
  })
}
