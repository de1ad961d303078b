import { z } from 'zod'
import { personFields, type SpamRefusal } from './schema'

/** The form with which somebody hands their place to a colleague: who that is. */
export const handOverSchema = z.object(personFields)
export type HandOverInput = z.output<typeof handOverSchema>

/** Why there is no place to hand over (any more). */
export type NothingToHandOver = 'cancelled' | 'session-cancelled' | 'session-over' | 'offer-over'

/** The refusals of handOver. `handed-over`: to somebody else, a moment ago. Whether the colleague is known is no reason. */
export type HandOverRefusal =
  | NothingToHandOver
  | Extract<SpamRefusal, 'too-many-from-here' | 'too-many-for-address'>
  | 'unknown-link'
  | 'handed-over'
  | 'own-address'
  | 'unavailable'
