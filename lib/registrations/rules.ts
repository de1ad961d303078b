import {
  type ChangedField,
  editableFields,
  type JoinMeetingRefusal,
  type RegistrationInput,
  type RegistrationSearch,
  type RegistrationSortKey,
  type RegistrationStatus,
  registrationSearchSchema,
  type SearchFilter,
  searchParamNames,
} from './schema'
import type { OfferRefusal } from './waitlist/schema'

/** The address as it is compared: case and spaces aside, so that one person is not signed up twice. */
export function normalizeEmail(email: string): string {
  return email.replace(/\s+/g, '').toLowerCase()
}

/** Somebody who signs up again hears so by mail, but not more often than this. */
export const hoursBetweenAlreadyRegisteredMails = 1

/** Whether that mail may go out at `now`, given when the last one was written. */
export function canMailAlreadyRegistered(lastMailAt: Date | null, now: Date): boolean {
  return !lastMailAt || now.getTime() - lastMailAt.getTime() >= hoursBetweenAlreadyRegisteredMails * 60 * 60 * 1000
}

/** The places of a kennissessie. `offered` are kept for who did not answer yet; `waiting` have no offer. */
export type Seats = { capacity: number | null; taken: number; offered: number; waitlisted: number }

/** How many can still get a place; endless without a capacity, less than none after it was lowered. */
export const freeSeats = ({ capacity, taken, offered }: Seats): number =>
  capacity === null ? Number.POSITIVE_INFINITY : capacity - taken - offered

/** Whether who signs up now gets a place: there is one, and nobody was waiting for it. */
export const hasFreeSeat = (seats: Seats): boolean => freeSeats(seats) > 0 && seats.waitlisted === 0

/** How many places somebody who signs up now can choose from: none when others were waiting for what is free. */
export const availableSeats = (seats: Seats): number => (hasFreeSeat(seats) ? freeSeats(seats) : 0)

/** How many of those who wait can be offered a place. */
export const offersToMake = (seats: Seats): number => Math.max(0, Math.min(freeSeats(seats), seats.waitlisted))

type OfferWindow = { cancelledAt: Date | null; registrationClosesAt: Date }

/** Whether places that free up are still offered at `now`. After closing nobody is asked to come at the last moment. */
export const canOffer = ({ cancelledAt, registrationClosesAt }: OfferWindow, now: Date): boolean =>
  cancelledAt === null && now < registrationClosesAt

/** How long a place is kept for somebody; shorter when signing up closes before that. */
export const offerHours = 48

/** Until when a place that is offered at `now` is kept. */
export const offerExpiry = ({ registrationClosesAt }: OfferWindow, now: Date): Date =>
  new Date(Math.min(now.getTime() + offerHours * 60 * 60 * 1000, registrationClosesAt.getTime()))

type EndedOffer = {
  offerExpiresAt: Date | null
  /** Until when its mail said that the place is kept; null when there is no such mail. */
  announcedUntil: Date | null
  /** Whether places are still offered. */
  isOpen: boolean
}

/**
 * How an offer ended at `now`: earlier than was promised, because signing up closed sooner; with the closing that was told;
 * or because somebody let it pass while it was open.
 */
export function offerEndReason(
  { offerExpiresAt, announcedUntil, isOpen }: EndedOffer,
  now: Date,
): 'unanswered' | 'closed' | 'sooner' {
  const endedAtMs = Math.min((offerExpiresAt ?? now).getTime(), now.getTime())
  if (announcedUntil && endedAtMs < announcedUntil.getTime()) return 'sooner'
  return isOpen ? 'unanswered' : 'closed'
}

type StatusTimestamps = { cancelledAt: Date | null; waitlistedAt: Date | null; offerExpiresAt: Date | null }

/** How somebody stands: with a place, waiting for one, with one kept for them, or off the list. */
export function registrationStatus({
  cancelledAt,
  waitlistedAt,
  offerExpiresAt,
}: StatusTimestamps): RegistrationStatus {
  if (cancelledAt) return 'cancelled'
  if (!waitlistedAt) return 'signed-up'
  return offerExpiresAt ? 'offered' : 'waitlisted'
}

/** Why a place cannot be taken at `now`, or null when it can. Null for somebody: their link is unknown. */
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

type Participation = {
  cancelledAt: Date | null
  waitlistedAt: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
  isReleased: boolean
}

/** Why somebody cannot go to the meeting at `now`, or null when they can. */
export function joinMeetingRefusal(
  participation: Participation,
  now: Date,
): Exclude<JoinMeetingRefusal, 'unknown-link'> | null {
  if (participation.session.cancelledAt) return 'session-cancelled'
  if (participation.cancelledAt) return 'registration-cancelled'
  if (participation.waitlistedAt) return 'on-waiting-list'
  if (participation.session.endsAt <= now) return 'session-over'
  return participation.isReleased ? null : 'not-released'
}

/** How long before the start pressing the button means that somebody has come. */
const earlyJoinMs = 60 * 60 * 1000

/** Whether pressing the button at `now` means taking part. */
export function countsAsAttendance({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - earlyJoinMs && now < endsAt
}

type SessionEnd = { endsAt: Date; cancelledAt: Date | null }

/** Whether it is known at `now` who took part and who did not: before a kennissessie has been, nobody can tell. */
export const isAttendanceKnown = ({ endsAt, cancelledAt }: SessionEnd, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

/** What is asked when nothing is: everybody who is signed up, the latest first. */
export const defaultSearch: RegistrationSearch = {
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
export const withoutUnknownAttendance = (
  search: RegistrationSearch,
  session: SessionEnd,
  now: Date,
): RegistrationSearch => (isAttendanceKnown(session, now) ? search : { ...search, tookPart: defaultSearch.tookPart })

/** The parts of a search that hold somebody back, in the order of the form. */
export function activeFilters(search: RegistrationSearch): SearchFilter[] {
  const { order: _, ...filters } = defaultSearch
  return (Object.keys(filters) as SearchFilter[]).filter((filter) => search[filter] !== defaultSearch[filter])
}

/** A column goes up the first time, and the other way when it does so already; moments start with the latest. */
export function nextOrder(
  column: RegistrationSortKey,
  current: RegistrationSearch['order'],
): RegistrationSearch['order'] {
  if (column === 'created') return current === '-created' ? 'created' : '-created'
  return current === column ? `-${column}` : column
}

/** How a search stands in an address: only what is asked. Pages count from 1. */
export function searchToQuery(search: RegistrationSearch, page = 1): Record<string, string> {
  const active = Object.entries(search).filter(
    ([part, value]) => value !== defaultSearch[part as keyof RegistrationSearch],
  )
  const named = active.map(([part, value]) => [searchParamNames[part as keyof RegistrationSearch], value])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** The other way round: what an address asks for. Of a name that stands there twice the first counts. */
export function searchFromQuery(query: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchParamNames).map(([part, name]) => [part, [query[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

type RegistrationFields = Omit<RegistrationInput, 'contactWish'> & { contactWish: string }

/** Which parts of a sign-up differ. Which answer it is, is not told: that would say what somebody wrote about. */
export function changedFields(before: RegistrationFields, after: RegistrationFields): ChangedField[] {
  const readers: Record<ChangedField, (fields: RegistrationFields) => unknown> = {
    name: ({ name }) => name,
    email: ({ email }) => email,
    place: ({ municipalityCode, organisation }) => `${municipalityCode}:${organisation}`,
    role: ({ role }) => role,
    contactWish: ({ contactWish }) => contactWish,
    phone: ({ phone }) => phone,
    needs: ({ needs }) => needs,
    answers: ({ answers }) => JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  }
  return editableFields.filter((field) => readers[field](before) !== readers[field](after))
}

/** What tells one state of a note from the next. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
