import { db } from '@/lib/db/client'
import { hasEnded } from '@/lib/sessions/rules'
import type { SessionTimes } from '@/lib/sessions/schema'
import { canOffer, offersToMake } from './rules'
import { countSeats } from './seats'

/**
 * Effect of changed session times on seat offers. `offered`: offers made because registration reopens. `ended`: open offers
 * that end because registration closes. `shortened`: open offers that would outlast registration and now expire when it
 * closes.
 */
export type OfferImpact = { offered: number; ended: number; shortened: number }

/**
 * Returns the effect of changed session times on seat offers at `now`. Excludes offers that would be made or end without
 * the change. Returns zeros when the session would have ended, because nothing is offered or ended then.
 */
export async function countOfferImpact(
  sessionId: string,
  { before, after }: { before: SessionTimes; after: SessionTimes },
  now: Date,
): Promise<OfferImpact> {
  if (hasEnded(after, now)) return { offered: 0, ended: 0, shortened: 0 }
  const [seats, openOffers] = await Promise.all([
    countSeats(db(), sessionId),
    db().registration.findMany({ where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: now } } }),
  ])
  const wasOpen = canOffer({ ...before, cancelledAt: null }, now)
  const isOpen = canOffer({ ...after, cancelledAt: null }, now)
  const { registrationClosesAt } = after
  const shortened = openOffers.filter(({ offerExpiresAt }) => offerExpiresAt && offerExpiresAt > registrationClosesAt)
  return {
    offered: isOpen && !wasOpen ? offersToMake({ ...seats, offered: openOffers.length }) : 0,
    ended: wasOpen && !isOpen ? openOffers.length : 0,
    shortened: isOpen ? shortened.length : 0,
  }
}
