import { db, type Prisma, type Transaction } from '@/lib/db/client'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditRegistration } from '../change-log'
import { lockRegistrationRow } from '../locks'
import { enqueueStatusMail } from '../registration-mail'
import { offerFreeSeats } from './offer-free-seats'
import { acceptOfferRefusal } from './rules'
import type { OfferRefusal } from './schema'

type OfferResult = Promise<Result<null, OfferRefusal>>

/** Accepts the seat that the personal link offers, and enqueues the confirmation. Idempotent. */
export async function acceptOffer(token: string, { now }: { now: Date }): OfferResult {
  return await answerOffer(token, now, 'has-seat', async (tx, { id, sessionId, version }) => {
    const seat = { waitlistedAt: null, offerExpiresAt: null }
    await tx.registration.update({ where: { id }, data: { ...seat, version: { increment: 1 } } })
    await enqueueStatusMail(tx, { id, sessionId, ...seat }, { dedupeSuffix: `place-${version}`, now })
    await auditRegistration(tx, 'seatOfferAccepted', { now, registrationId: id })
  })
}

/** Declines the seat that the personal link offers, cancels the registration and offers the seat to the next. Idempotent. */
export async function declineOffer(token: string, { now }: { now: Date }): OfferResult {
  return await answerOffer(token, now, 'declined', async (tx, { id, sessionId }) => {
    await tx.registration.update({ where: { id }, data: { cancelledAt: now, version: { increment: 1 } } })
    await auditRegistration(tx, 'seatOfferDeclined', { now, registrationId: id })
    await offerFreeSeats(tx, sessionId, now)
  })
}

/** Locks the offer and applies the answer. Succeeds without effect when the offer has the state `done` already. */
async function answerOffer(
  token: string,
  now: Date,
  done: OfferRefusal,
  apply: (tx: Transaction, offer: Offer) => Promise<void>,
): OfferResult {
  const owner = verifyPersonalToken('take-place', token)
  if (!owner) return refuse('unknown-link')
  return await db().$transaction(async (tx) => {
    await lockRegistrationRow(tx, owner.id)
    const offer = await tx.registration.findFirst({ where: owner, include: { session: true } })
    const reason = acceptOfferRefusal(offer, now)
    if (reason === done) return ok(null)
    if (reason || !offer) return refuse(reason ?? 'unknown-link')
    await apply(tx, offer)
    return ok(null)
  })
}

type Offer = Prisma.RegistrationGetPayload<{ include: { session: true } }>
