import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { saveCapacity } from '@/lib/sessions/details'
import { lockSession } from '@/lib/sessions/locks'
import { offerFreeSeats } from './offers'
import { canOffer, offersToMake } from './rules'
import type { CapacityRefusal } from './schema'
import { countSeats } from './seats'

/** Change of capacity; `null` means no limit. The `expected` values are what the organiser saw in the preview. */
type CapacityChange = {
  sessionId: string
  capacity: number | null
  expectedCapacity: number | null
  expectedOffers: number
}

/**
 * Changes the capacity of a session and offers freed seats to waitlisted participants. Nobody loses a seat when the
 * capacity is lowered. Refuses with `offers-changed` if it would not make exactly `expectedOffers` offers. Idempotent.
 */
export async function setCapacity(
  { sessionId, capacity, expectedCapacity, expectedOffers }: CapacityChange,
  actor: Actor,
): Promise<Result<null, CapacityRefusal>> {
  const { now } = actor
  return await db().$transaction(async (tx) => {
    const session = await lockSession(tx, sessionId)
    if (!session) return refuse('unknown-session')
    if (session.cancelledAt) return refuse('session-cancelled')
    const current = await countSeats(tx, sessionId)
    if (current.capacity === capacity) return ok(null)
    if (current.capacity !== expectedCapacity) return refuse('changed-meanwhile')

    // First makes the offers that are due anyway, because `expectedOffers` excludes them.
    await offerFreeSeats(tx, sessionId, now)
    const seats = { ...(await countSeats(tx, sessionId)), capacity }
    const offers = canOffer(session, now) ? offersToMake(seats) : 0
    if (offers !== expectedOffers) return refuse('offers-changed')
    await saveCapacity(tx, sessionId, capacity, actor)
    await offerFreeSeats(tx, sessionId, now)
    return ok(null)
  })
}
