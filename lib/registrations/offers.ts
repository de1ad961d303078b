import { db, type Transaction } from '@/lib/platform/db'
import { readPersonalToken } from '@/lib/platform/personal-token'
import type { Result } from '@/lib/platform/result'
import { holdRow } from '@/lib/platform/row-lock'
import { holdPlaces, offerFreePlaces } from './places'
import { whyNotTakePlace } from './rules'
import type { PlaceRefusal } from './schema-places'
import { auditRegistration, queueWelcome } from './store'

type Answer = Promise<Result<null, PlaceRefusal>>

/**
 * Takes the place that is kept for somebody, with the confirmation in the outbox. All is looked at again at `now`: whether it
 * is still theirs, and whether signing up is open. Pressed twice is done once.
 */
export async function takePlace(token: string, { now }: { now: Date }): Answer {
  return await withOffer(token, async (tx, found) => {
    const reason = whyNotTakePlace(found, now)
    if (reason === 'has-place') return { ok: true, value: null }
    if (reason || !found) return { ok: false, reason: reason ?? 'unknown-link' }
    const { id, sessionId, version } = found
    await tx.registration.update({
      where: { id },
      data: { waitingSince: null, offerExpiresAt: null, version: { increment: 1 } },
    })
    await queueWelcome(tx, { sessionId, registrationId: id, waits: false, again: `place-${version}`, now })
    await auditRegistration(tx, 'registration.place-taken', { now, registrationId: id })
    return { ok: true, value: null }
  })
}

/** Lets the place go to who waits next, and ends the waiting. Pressed twice is done once. */
export async function declinePlace(token: string, { now }: { now: Date }): Answer {
  return await withOffer(token, async (tx, found) => {
    const reason = whyNotTakePlace(found, now)
    if (reason === 'declined') return { ok: true, value: null }
    if (reason || !found) return { ok: false, reason: reason ?? 'unknown-link' }
    const { id, sessionId } = found
    await tx.registration.update({ where: { id }, data: { cancelledAt: now, version: { increment: 1 } } })
    await auditRegistration(tx, 'registration.offer-declined', { now, registrationId: id })
    await offerFreePlaces(tx, sessionId, now)
    return { ok: true, value: null }
  })
}

type Offer = Awaited<ReturnType<typeof readOffer>>

/** What stands behind the link, which nobody else can change meanwhile; null when it is not ours or no longer works. */
async function withOffer(token: string, answer: (tx: Transaction, found: Offer | null) => Answer): Answer {
  const owner = readPersonalToken('take-place', token)
  if (!owner) return { ok: false, reason: 'unknown-link' }
  return await db().$transaction(async (tx) => {
    const where = await tx.registration.findUnique({ where: { id: owner.id }, select: { sessionId: true } })
    if (!where) return await answer(tx, null)
    // First the session, as everybody else does: the other way round two could wait for each other.
    await holdPlaces(tx, where.sessionId)
    await holdRow(tx, 'Registration', owner.id)
    return await answer(tx, await readOffer(tx, owner))
  })
}

const readOffer = (tx: Transaction, owner: { id: string; linkVersion: number }) =>
  tx.registration.findFirst({
    where: owner,
    select: {
      id: true,
      sessionId: true,
      version: true,
      cancelledAt: true,
      waitingSince: true,
      offerExpiresAt: true,
      session: { select: { cancelledAt: true, registrationClosesAt: true } },
    },
  })
