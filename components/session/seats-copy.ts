import { availableSeats, hasFreeSeat, type Seats } from '@/lib/registrations/waitlist/rules'

/** The places of a kennissessie; null when there is no limit. */
export type WithSeats = { seats?: Seats | null }

/** With more than this left, the number is no news. */
const fewSeatsThreshold = 20

/** Whether who signs up now gets on the waiting list. */
export const isSessionFull = ({ seats }: WithSeats): boolean => Boolean(seats && !hasFreeSeat(seats))

/** "Nog 12 plaatsen vrij."; empty when there is no limit, when there are plenty, and when there are none. */
export function fewSeatsLeftInWords({ seats }: WithSeats): string {
  const left = seats ? availableSeats(seats) : 0
  if (left === 0 || left > fewSeatsThreshold) return ''
  return left === 1 ? 'Nog 1 plaats vrij.' : `Nog ${left} plaatsen vrij.`
}

/** How many there are, and how that stands; empty when there is no limit. */
export function seatAvailabilityInWords({ seats }: WithSeats): string {
  if (!seats?.capacity) return ''
  const all = seats.capacity.toLocaleString('nl-NL')
  if (isSessionFull({ seats })) return `${all}, allemaal bezet`
  return `${all}. ${fewSeatsLeftInWords({ seats }) || 'Er is nog plaats.'}`
}

export const waitlistButtonLabel = 'Meld je aan voor de wachtlijst'

/** What the waiting list is, for who thinks about it. */
export const waitlistExplanation =
  'Komt er een plek vrij? Dan bieden we die per mail aan wie het langst wacht. Je hebt dan twee dagen om te kiezen.'
