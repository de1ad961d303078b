import { auditBy, type By } from '@/lib/audit/commands'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { countPlaces, offerFreePlaces } from './places'
import { canOffer, offersToMake } from './rules'
import type { CapacityRefusal } from './schema-places'

type Change = {
  sessionId: string
  /** How many places there will be; null for no limit. */
  capacity: number | null
  /** As the organiser saw it. */
  seen: number | null
  /** To how many people the organiser was told that a place is offered at once. */
  expected: number
}

/**
 * Changes how many places a kennissessie has. What that frees is offered at once. With fewer places than are taken nobody loses
 * theirs. Refused when a colleague changed it meanwhile, or when others than `expected` would get a mail; the same change
 * sent twice is one.
 */
export async function setCapacity(
  { sessionId, capacity, seen, expected }: Change,
  by: By,
): Promise<Result<null, CapacityRefusal>> {
  const { now } = by
  return await db().$transaction(async (tx) => {
    await holdRow(tx, 'Session', sessionId)
    const session = await tx.session.findUnique({
      where: { id: sessionId },
      select: { capacity: true, cancelledAt: true, registrationClosesAt: true },
    })
    if (!session) return { ok: false, reason: 'unknown-session' }
    if (session.cancelledAt) return { ok: false, reason: 'session-cancelled' }
    if (session.capacity === capacity) return { ok: true, value: null }
    if (session.capacity !== seen) return { ok: false, reason: 'changed-meanwhile' }

    // What is due as things stand is not counted with what this change offers.
    await offerFreePlaces(tx, sessionId, now)
    const places = { ...(await countPlaces(tx, sessionId)), capacity }
    const offers = canOffer(session, now) ? offersToMake(places) : 0
    if (offers !== expected) return { ok: false, reason: 'offers-changed' }
    await tx.session.update({ where: { id: sessionId }, data: { capacity } })
    await auditBy(tx, by, { action: 'session.capacity-changed', subjectType: 'session', subjectId: sessionId })
    await offerFreePlaces(tx, sessionId, now)
    return { ok: true, value: null }
  })
}
