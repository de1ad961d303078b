import { availableSeats, hasFreeSeat, type Seats } from '@/lib/registrations/waitlist/rules'

/** The seats of a session; `null` or absent if their number is unlimited. */
export type WithSeats = { seats?: Seats | null }

/** Above this number of free seats, pages do not state how many seats are free. */
const fewSeatsThreshold = 20

/** Returns whether a new registration would be put on the waitlist. */
export const isSessionFull = ({ seats }: WithSeats): boolean => Boolean(seats && !hasFreeSeat(seats))

/** Returns a text such as "Nog 12 plaatsen vrij."; empty if seats are unlimited, plentiful or all taken. */
export function fewSeatsLeftInWords({ seats }: WithSeats): string {
  const left = seats ? availableSeats(seats) : 0
  if (left === 0 || left > fewSeatsThreshold) return ''
  return left === 1 ? 'Nog 1 plaats vrij.' : `Nog ${left} plaatsen vrij.`
}

/** Returns capacity and free seats, such as "40. Nog 12 plaatsen vrij."; empty if seats are unlimited. */
export function seatAvailabilityInWords({ seats }: WithSeats): string {
  if (!seats?.capacity) return ''
  const all = seats.capacity.toLocaleString('nl-NL')
  if (isSessionFull({ seats })) return `${all}, allemaal bezet`
  return `${all}. ${fewSeatsLeftInWords({ seats }) || 'Er is nog plaats.'}`
}

export const waitlistButtonLabel = 'Meld je aan voor de wachtlijst'

export const waitlistExplanation =
  'Komt er een plek vrij? Dan bieden we die per mail aan wie het langst wacht. Je hebt dan twee dagen om te kiezen.'
