import {
  type ChangedField,
  changeableFields,
  type RegistrationInput,
  type RegistrationOrder,
  type RegistrationSearch,
  type RegistrationStanding,
  registrationSearchSchema,
  type SearchFilter,
  searchNames,
  type TakePartRefusal,
} from './schema'
import type { PlaceRefusal } from './schema-places'

/** The address as it is compared: case and spaces aside, so that one person is not signed up twice. */
export function emailKey(email: string): string {
  return email.replace(/\s+/g, '').toLowerCase()
}

/** Somebody who signs up again hears so by mail, but not more often than this. */
export const hoursBetweenAlreadyRegisteredMails = 1

/** Whether that mail may go out at `now`, given when the last one was written. */
export function mayMailAlreadyRegistered(lastMailAt: Date | null, now: Date): boolean {
  return !lastMailAt || now.getTime() - lastMailAt.getTime() >= hoursBetweenAlreadyRegisteredMails * 60 * 60 * 1000
}

/** The places of a kennissessie. `offered` are kept for who did not answer yet; `waiting` have no offer. */
export type Places = { capacity: number | null; taken: number; offered: number; waiting: number }

/** How many can still get a place; endless without a capacity, less than none after it was lowered. */
export const freePlaces = ({ capacity, taken, offered }: Places): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - taken - offered

/** Whether who signs up now gets a place: there is one, and nobody was waiting for it. */
export const hasRoom = (places: Places): boolean => freePlaces(places) > 0 && places.waiting === 0

/** How many places somebody who signs up now can choose from: none when others were waiting for what is free. */
export const placesLeft = (places: Places): number => (hasRoom(places) ? freePlaces(places) : 0)

/** How many of those who wait can be offered a place. */
export const offersToMake = (places: Places): number => Math.max(0, Math.min(freePlaces(places), places.waiting))

type Closing = { cancelledAt: Date | null; registrationClosesAt: Date }

/** Whether places that free up are still offered at `now`. After closing nobody is asked to come at the last moment. */
export const canOffer = ({ cancelledAt, registrationClosesAt }: Closing, now: Date): boolean =>
  cancelledAt === null && now < registrationClosesAt

/** How long a place is kept for somebody; shorter when signing up closes before that. */
export const offerHours = 48

/** Until when a place that is offered at `now` is kept. */
export const offerUntil = ({ registrationClosesAt }: Closing, now: Date): Date =>
  new Date(Math.min(now.getTime() + offerHours * 60 * 60 * 1000, registrationClosesAt.getTime()))

type Ended = {
  offerExpiresAt: Date | null
  /** Until when its mail said that the place is kept; null when there is no such mail. */
  toldUntil: Date | null
  /** Whether places are still offered. */
  open: boolean
}

/**
 * How an offer ended at `now`: earlier than was promised, because signing up closed sooner; with the closing that was told;
 * or because somebody let it pass while it was open.
 */
export function howOfferEnded(
  { offerExpiresAt, toldUntil, open }: Ended,
  now: Date,
): 'unanswered' | 'closed' | 'sooner' {
  const lasted = Math.min((offerExpiresAt ?? now).getTime(), now.getTime())
  if (toldUntil && lasted < toldUntil.getTime()) return 'sooner'
  return open ? 'unanswered' : 'closed'
}

type StandingMoments = { cancelledAt: Date | null; waitingSince: Date | null; offerExpiresAt: Date | null }

/** How somebody stands: with a place, waiting for one, with one kept for them, or off the list. */
export function standingOf({ cancelledAt, waitingSince, offerExpiresAt }: StandingMoments): RegistrationStanding {
  if (cancelledAt) return 'cancelled'
  if (!waitingSince) return 'signed-up'
  return offerExpiresAt ? 'offered' : 'waiting'
}

/** Why a place cannot be taken at `now`, or null when it can. Null for somebody: their link is unknown. */
export function whyNotTakePlace(
  found: (StandingMoments & { session: Closing }) | null,
  now: Date,
): PlaceRefusal | null {
  if (!found) return 'unknown-link'
  const { cancelledAt, offerExpiresAt, session } = found
  if (session.cancelledAt) return 'session-cancelled'
  const standing = standingOf(found)
  if (standing === 'signed-up') return 'has-place'
  if (standing === 'waiting') return 'not-offered'
  if (!offerExpiresAt) return 'registration-cancelled'
  if (cancelledAt) return cancelledAt < offerExpiresAt ? 'declined' : 'offer-over'
  return now < offerExpiresAt && canOffer(session, now) ? null : 'offer-over'
}

type Participation = {
  cancelledAt: Date | null
  waitingSince: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
  released: boolean
}

/** Why somebody cannot go to the meeting at `now`, or null when they can. */
export function whyNotTakePart(found: Participation, now: Date): Exclude<TakePartRefusal, 'unknown-link'> | null {
  if (found.session.cancelledAt) return 'session-cancelled'
  if (found.cancelledAt) return 'registration-cancelled'
  if (found.waitingSince) return 'on-waiting-list'
  if (found.session.endsAt <= now) return 'session-over'
  return found.released ? null : 'not-released'
}

/** How long before the start pressing the button means that somebody has come. */
const earlyMs = 60 * 60 * 1000

/** Whether pressing the button at `now` means taking part. */
export function countsAsTakingPart({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - earlyMs && now < endsAt
}

type Held = { endsAt: Date; cancelledAt: Date | null }

/** Whether it is known at `now` who took part and who did not: before a kennissessie has been, nobody can tell. */
export const knowsWhoTookPart = ({ endsAt, cancelledAt }: Held, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

/** What is asked when nothing is: everybody who is signed up, the latest first. */
export const everybody: RegistrationSearch = {
  text: '',
  place: '',
  province: '',
  question: '',
  contact: '',
  tookPart: '',
  state: 'signed-up',
  order: '-created',
}

/** The same search without what nobody can tell yet at `now`. */
export const askedAt = (search: RegistrationSearch, session: Held, now: Date): RegistrationSearch =>
  knowsWhoTookPart(session, now) ? search : { ...search, tookPart: everybody.tookPart }

/** The parts of a search that hold somebody back, in the order of the form. */
export function filtersOf(search: RegistrationSearch): SearchFilter[] {
  const { order: _, ...filters } = everybody
  return (Object.keys(filters) as SearchFilter[]).filter((filter) => search[filter] !== everybody[filter])
}

/** A column goes up the first time, and the other way when it does so already; moments start with the latest. */
export function nextOrder(by: RegistrationOrder, now: RegistrationSearch['order']): RegistrationSearch['order'] {
  if (by === 'created') return now === '-created' ? 'created' : '-created'
  return now === by ? `-${by}` : by
}

/** How a search stands in an address: only what is asked. Pages count from 1. */
export function addressOf(search: RegistrationSearch, page = 1): Record<string, string> {
  const asked = Object.entries(search).filter(([part, value]) => value !== everybody[part as keyof RegistrationSearch])
  const named = asked.map(([part, value]) => [searchNames[part as keyof RegistrationSearch], value])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** The other way round: what an address asks for. Of a name that stands there twice the first counts. */
export function searchFrom(address: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchNames).map(([part, name]) => [part, [address[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

type Filled = Omit<RegistrationInput, 'contactWish'> & { contactWish: string }

/** Which parts of a sign-up differ. Which answer it is, is not told: that would say what somebody wrote about. */
export function changedFields(before: Filled, after: Filled): ChangedField[] {
  const parts: Record<ChangedField, (filled: Filled) => unknown> = {
    name: ({ name }) => name,
    email: ({ email }) => email,
    place: ({ municipalityCode, organisation }) => `${municipalityCode}:${organisation}`,
    role: ({ role }) => role,
    contactWish: ({ contactWish }) => contactWish,
    phone: ({ phone }) => phone,
    needs: ({ needs }) => needs,
    answers: ({ answers }) => JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  }
  return changeableFields.filter((field) => parts[field](before) !== parts[field](after))
}

/** What tells one state of a note from the next. */
export const noteStamp = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
