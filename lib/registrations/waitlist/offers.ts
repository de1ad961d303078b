import { db, type Transaction } from '@/lib/db/client'
import { lockRow } from '@/lib/db/locks'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import type { Result } from '@/lib/platform/result'
import { auditRegistration, enqueueWelcome } from '../insert'
import { acceptOfferRefusal } from '../rules'
import type { OfferRefusal } from './schema'
import { lockSeats, offerFreeSeats } from './seats'

type OfferResult = Promise<Result<null, OfferRefusal>>

/**
 * Takes the place that is kept for somebody, with the confirmation in the outbox. All is looked at again at `now`: whether it
 * is still theirs, and whether signing up is open. Pressed twice is done once.
 */
export async function acceptOffer(token: string, { now }: { now: Date }): OfferResult {
  return await withOffer(token, async (tx, offer) => {
    const reason = acceptOfferRefusal(offer, now)
    if (reason === 'has-seat') return { ok: true, value: null }
    if (reason || !offer) return { ok: false, reason: reason ?? 'unknown-link' }
    const { id, sessionId, version } = offer
    await tx.registration.update({
      where: { id },
      data: { waitlistedAt: null, offerExpiresAt: null, version: { increment: 1 } },
    })
    await enqueueWelcome(tx, { sessionId, registrationId: id, isWaitlisted: false, again: `place-${version}`, now })
    await auditRegistration(tx, 'seatOfferAccepted', { now, registrationId: id })
    return { ok: true, value: null }
  })
}

/** Lets the place go to who waits next, and ends the waiting. Pressed twice is done once. */
export async function declineOffer(token: string, { now }: { now: Date }): OfferResult {
  return await withOffer(token, async (tx, offer) => {
    const reason = acceptOfferRefusal(offer, now)
    if (reason === 'declined') return { ok: true, value: null }
    if (reason || !offer) return { ok: false, reason: reason ?? 'unknown-link' }
    const { id, sessionId } = offer
    await tx.registration.update({ where: { id }, data: { cancelledAt: now, version: { increment: 1 } } })
    await auditRegistration(tx, 'seatOfferDeclined', { now, registrationId: id })
    await offerFreeSeats(tx, sessionId, now)
    return { ok: true, value: null }
  })
}

type Offer = Awaited<ReturnType<typeof readOffer>>

/** What stands behind the link, which nobody else can change meanwhile; null when it is not ours or no longer works. */
async function withOffer(token: string, handle: (tx: Transaction, found: Offer | null) => OfferResult): OfferResult {
  const owner = verifyPersonalToken('take-place', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } })
    if (!registration) return await handle(tx, null)
    // First the session, as everybody else does: the other way round two could wait for each other.
    await lockSeats(tx, registration.sessionId)
    await lockRow(tx, 'Registration', owner.id)
    return await handle(tx, await readOffer(tx, owner))
  })
}

const readOffer = (tx: Transaction, owner: { id: string; tokenVersion: number }) =>
  tx.registration.findFirst({
    where: owner,
    select: {
      id: true,
      sessionId: true,
      version: true,
      cancelledAt: true,
      waitlistedAt: true,
      offerExpiresAt: true,
      session: { select: { cancelledAt: true, registrationClosesAt: true } },
    },
  })
