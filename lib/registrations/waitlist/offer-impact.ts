import { db } from '@/lib/db/client'
import { hasEnded } from '@/lib/sessions/rules'
import type { SessionTimes } from '@/lib/sessions/schema'
import { canOffer, offersToMake } from '../rules'
import { countSeats } from './seats'

/**
 * What other moments do by themselves to who waits: to how many a place is offered, of how many the offer that they have ends
 * at once, and of how many it ends sooner than their mail said.
 */
export type OfferImpact = { offered: number; ended: number; shortened: number }

/**
 * That, for a kennissessie (its id, a UUID) that goes from the moments `before` to those `after` at `now`. What happens as
 * things stand already does not count. All nought for who moves it to what has been: nothing is offered or ended there.
 */
export async function countOfferImpact(
  sessionId: string,
  { before, after }: { before: SessionTimes; after: SessionTimes },
  now: Date,
): Promise<OfferImpact> {
  if (hasEnded(after, now)) return { offered: 0, ended: 0, shortened: 0 }
  const [seats, openOffers] = await Promise.all([
    countSeats(db(), sessionId),
    db().registration.findMany({
      where: { sessionId, cancelledAt: null, offerExpiresAt: { gt: now } },
      select: { offerExpiresAt: true },
    }),
  ])
  const wasOpen = canOffer({ ...before, cancelledAt: null }, now)
  const isOpen = canOffer({ ...after, cancelledAt: null }, now)
  const shortened = openOffers.filter(
    ({ offerExpiresAt }) => offerExpiresAt && offerExpiresAt > after.registrationClosesAt,
  )
  return {
    offered: isOpen && !wasOpen ? offersToMake({ ...seats, offered: openOffers.length }) : 0,
    ended: wasOpen && !isOpen ? openOffers.length : 0,
    shortened: isOpen ? shortened.length : 0,
  }
}
