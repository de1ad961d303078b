import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import type { Result } from '@/lib/platform/result'
import { canOffer, offersToMake } from '../rules'
import type { CapacityRefusal } from './schema'
import { countSeats, offerFreeSeats } from './seats'

type CapacityChange = {
  sessionId: string
  /** How many places there will be; null for no limit. */
  capacity: number | null
  /** As the organiser saw it. */
  expectedCapacity: number | null
  /** To how many people the organiser was told that a place is offered at once. */
  expectedOffers: number
}

/**
 * Changes how many places a kennissessie has. What that frees is offered at once. With fewer places than are taken nobody loses
 * theirs. Refused when a colleague changed it meanwhile, or when others than `expected` would get a mail; the same change
 * sent twice is one.
 */
export async function setCapacity(
  { sessionId, capacity, expectedCapacity, expectedOffers }: CapacityChange,
  actor: Actor,
): Promise<Result<null, CapacityRefusal>> {
  const { now } = actor
  return await db().$transaction(async (tx) => {
    await lockRow(tx, 'Session', sessionId)
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { capacity: true, cancelledAt: true, registrationClosesAt: true },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.capacity === capacity) return { ok: true, value: null }
    if (session.capacity !== expectedCapacity) return { ok: false, reason: 'changed-meanwhile' }

    // What is due as things stand is not counted with what this change offers.
    await offerFreeSeats(tx, sessionId, now)
    const seats = { ...(await countSeats(tx, sessionId)), capacity }
    const offers = canOffer(session, now) ? offersToMake(seats) : 0
    if (offers !== expectedOffers) return { ok: false, reason: 'offers-changed' }
    await tx.session.update({ where: { id: sessionId }, data: { capacity } })
    await auditAsOrganiser(tx, actor, {
      action: 'sessionCapacityChanged',
      subjectType: 'session',
      subjectId: sessionId,
    })
    await offerFreeSeats(tx, sessionId, now)
    return { ok: true, value: null }
  })
}
