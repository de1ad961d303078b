import { hasRoom, type Places, placesLeft } from '@/lib/registrations/rules'

/** The places of a kennissessie; null when there is no limit. */
export type WithPlaces = { places?: Places | null }

/** With more than this left, the number is no news. */
const fewPlaces = 20

/** Whether who signs up now gets on the waiting list. */
export const isFull = ({ places }: WithPlaces): boolean => Boolean(places && !hasRoom(places))

/** "Nog 12 plaatsen vrij."; empty when there is no limit, when there are plenty, and when there are none. */
export function fewLeftInWords({ places }: WithPlaces): string {
  const left = places ? placesLeft(places) : 0
  if (left === 0 || left > fewPlaces) return ''
  return left === 1 ? 'Nog 1 plaats vrij.' : `Nog ${left} plaatsen vrij.`
}

/** How many there are, and how that stands; empty when there is no limit. */
export function placesInWords({ places }: WithPlaces): string {
  if (!places?.capacity) return ''
  const all = places.capacity.toLocaleString('nl-NL')
  if (isFull({ places })) return `${all}, allemaal bezet`
  return `${all}. ${fewLeftInWords({ places }) || 'Er is nog plaats.'}`
}

export const waitingListButton = 'Meld je aan voor de wachtlijst'

/** What the waiting list is, for who thinks about it. */
export const howItWaits =
  'Komt er een plek vrij? Dan bieden we die per mail aan wie het langst wacht. Je hebt dan twee dagen om te kiezen.'
