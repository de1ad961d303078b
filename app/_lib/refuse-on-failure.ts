import { logger, safeErrorFields } from '@/lib/platform/logger'
import { refuse } from '@/lib/platform/result'

/** Returns the result of `attempt`. If that throws, logs it with the message `failure` and refuses with `unavailable`. */
export function refuseOnFailure<Value>(failure: string, attempt: () => Promise<Value>) {
  return attempt().catch((error: unknown) => {
    logger.error(safeErrorFields(error), failure)
    return refuse('unavailable')
  })
}
