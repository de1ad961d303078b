import { availableSeats, hasFreeSeat, type Seats } from '@/lib/registrations/waitlist/rules'

/** Seats of a session; null if their number is unlimited. */
export type WithSeats = { seats?: Seats | null }

/** The number of free seats is shown up to this number. */
const fewSeatsThreshold = 20

/** True if a new registration would be waitlisted. */
export const isSessionFull = ({ seats }: WithSeats): boolean => Boolean(seats && !hasFreeSeat(seats))

/** "Nog 12 plaatsen vrij."; empty without a limit, with many free seats, and with none. */
export function fewSeatsLeftInWords({ seats }: WithSeats): string {
  const left = seats ? availableSeats(seats) : 0
  if (left === 0 || left > fewSeatsThreshold) return ''
  return left === 1 ? 'Nog 1 plaats vrij.' : `Nog ${left} plaatsen vrij.`
}

/** Capacity and free seats; empty without a limit. */
export function seatAvailabilityInWords({ seats }: WithSeats): string {
  if (!seats?.capacity) return ''
  const all = seats.capacity.toLocaleString('nl-NL')
  if (isSessionFull({ seats })) return `${all}, allemaal bezet`
  return `${all}. ${fewSeatsLeftInWords({ seats }) || 'Er is nog plaats.'}`
}

export const waitlistButtonLabel = 'Meld je aan voor de wachtlijst'

export const waitlistExplanation =
  'Komt er een plek vrij? Dan bieden we die per mail aan wie het langst wacht. Je hebt dan twee dagen om te kiezen.'
