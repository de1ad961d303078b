import { registrationStatus, type StatusTimestamps } from '../status'
import type { OfferRefusal } from './schema'

/** Seat counts of a session. `capacity` is `null` without a limit. `waitlisted` excludes those with an offered seat. */
export type Seats = { capacity: number | null; taken: number; offered: number; waitlisted: number }

/** Returns how many seats are neither taken nor offered. Infinite without a limit, negative if the limit is exceeded. */
export const freeSeats = ({ capacity, taken, offered }: Seats): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - taken - offered

/** Returns whether a new registrant gets a seat. It is `false` while participants are waitlisted, because they go first. */
export const hasFreeSeat = (seats: Seats): boolean => freeSeats(seats) > 0 && seats.waitlisted === 0

/** Returns how many seats a new registrant can get; 0 while participants are waitlisted. */
export const availableSeats = (seats: Seats): number => (hasFreeSeat(seats) ? freeSeats(seats) : 0)

/** Returns how many waitlisted participants can now be offered a free seat. */
export const offersToMake = (seats: Seats): number => Math.max(0, Math.min(freeSeats(seats), seats.waitlisted))

type OfferWindow = { cancelledAt: Date | null; registrationClosesAt: Date }

/** Returns whether free seats are offered to the waitlist at `now`: until registration closes, to give enough notice. */
export const canOffer = ({ cancelledAt, registrationClosesAt }: OfferWindow, now: Date): boolean =>
  cancelledAt === null && now < registrationClosesAt

const offerHours = 48

/** Returns when an offer made at `now` expires: after 48 hours, or sooner when registration closes before that. */
export const offerExpiry = ({ registrationClosesAt }: OfferWindow, now: Date): Date =>
  new Date(Math.min(now.getTime() + offerHours * 60 * 60 * 1000, registrationClosesAt.getTime()))

/** A seat offer that ended. `announcedUntil`: the expiry in its mail. `isOpen`: the session still offers free seats. */
type EndedOffer = { offerExpiresAt: Date | null; announcedUntil: Date | null; isOpen: boolean }

/** Returns why a seat offer ended. `sooner`: before the expiry in its mail. `closed`: because registration closed. */
export function offerEndReason(
  { offerExpiresAt, announcedUntil, isOpen }: EndedOffer,
  now: Date,
): 'unanswered' | 'closed' | 'sooner' {
  const endedAtMs = Math.min((offerExpiresAt ?? now).getTime(), now.getTime())
  if (announcedUntil && endedAtMs < announcedUntil.getTime()) return 'sooner'
  return isOpen ? 'unanswered' : 'closed'
}

/** Returns why the offered seat cannot be accepted at `now`, or `null` when it can. `unknown-link`: there is no `offer`. */
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
