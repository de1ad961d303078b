import { registrationStatus, type StatusTimestamps } from '../status'
import type { OfferRefusal } from './schema'

/** Counts for a session. `offered` seats wait for an answer; `waitlisted` participants have no offer. */
export type Seats = { capacity: number | null; taken: number; offered: number; waitlisted: number }

/** Returns how many seats are not taken or offered. Infinite without a capacity; negative after it was lowered. */
export const freeSeats = ({ capacity, taken, offered }: Seats): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - taken - offered

/** Returns whether a new registrant gets a seat. Participants on the waitlist go first. */
export const hasFreeSeat = (seats: Seats): boolean => freeSeats(seats) > 0 && seats.waitlisted === 0

/** Returns how many seats a new registrant can get; 0 while participants are waitlisted. */
export const availableSeats = (seats: Seats): number => (hasFreeSeat(seats) ? freeSeats(seats) : 0)

/** Returns how many waitlisted participants can be offered a seat. */
export const offersToMake = (seats: Seats): number => Math.max(0, Math.min(freeSeats(seats), seats.waitlisted))

type OfferWindow = { cancelledAt: Date | null; registrationClosesAt: Date }

/** Returns whether seats are still offered at `now`. Offers stop when registration closes: later is too short notice. */
export const canOffer = ({ cancelledAt, registrationClosesAt }: OfferWindow, now: Date): boolean =>
  cancelledAt === null && now < registrationClosesAt

const offerHours = 48

/** Returns when an offer of `now` expires: after 48 hours, or sooner when registration closes before that. */
export const offerExpiry = ({ registrationClosesAt }: OfferWindow, now: Date): Date =>
  new Date(Math.min(now.getTime() + offerHours * 60 * 60 * 1000, registrationClosesAt.getTime()))

/** `announcedUntil`: the expiry in the offer mail, if any. `isOpen`: whether seats are still offered. */
type EndedOffer = { offerExpiresAt: Date | null; announcedUntil: Date | null; isOpen: boolean }

/** Returns why an offer ended at `now`. `sooner`: registration closed before the announced expiry. */
export function offerEndReason(
  { offerExpiresAt, announcedUntil, isOpen }: EndedOffer,
  now: Date,
): 'unanswered' | 'closed' | 'sooner' {
  const endedAtMs = Math.min((offerExpiresAt ?? now).getTime(), now.getTime())
  if (announcedUntil && endedAtMs < announcedUntil.getTime()) return 'sooner'
  return isOpen ? 'unanswered' : 'closed'
}

/** Returns why an offered seat cannot be accepted at `now`, or `null` when it can. */
export function acceptOfferRefusal(
  offer: (StatusTimestamps & { session: OfferWindow }) | null,
  now: Date,
): OfferRefusal | null {
  if (!offer) return 'unknown-link'
  const { cancelledAt, offerExpiresAt, session } = offer
  if (session.cancelledAt) return 'session-cancelled'
  const status = registrationStatus(offer)
  if (status === 'signed-up') return 'has-seat'
  if (status === 'waitlisted') return 'not-offered'
  if (!offerExpiresAt) return 'registration-cancelled'
  if (cancelledAt) return cancelledAt < offerExpiresAt ? 'declined' : 'offer-expired'
  return now < offerExpiresAt && canOffer(session, now) ? null : 'offer-expired'
}
