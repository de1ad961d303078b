import { freePlaces, type Places } from '@/lib/registrations/rules'
import { type CapacityFieldReason, type CapacityRefusal, mostPlaces } from '@/lib/registrations/schema-places'
import { people } from './recipient-words'

const count = (number: number) => number.toLocaleString('nl-NL')

export const capacityErrors: Record<CapacityFieldReason, string> = {
  'not-a-number': 'Vul een heel getal in, bijvoorbeeld 40, of laat het veld leeg',
  'too-few': 'Vul 1 of meer in. Is er geen maximum? Laat het veld dan leeg',
  'too-many': `Vul ${count(mostPlaces)} of minder in. Is er geen maximum? Laat het veld dan leeg`,
}

export const capacityRefusals: Record<CapacityRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Er is niets veranderd en niets gemaild.' },
  'changed-meanwhile': {
    lead: 'Een collega heeft het aantal plaatsen net veranderd.',
    text: 'Wat jij invulde, is niet bewaard en staat hieronder nog. Kijk opnieuw wat er verandert.',
  },
  'offers-changed': {
    lead: 'De wachtlijst is net veranderd.',
    text: 'Er is nog niets bewaard en niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

/** "40 plaatsen", "1 plaats", or that there is no limit. */
export function capacityInWords(capacity: number | null): string {
  if (capacity === null) return 'Geen maximum'
  return capacity === 1 ? '1 plaats' : `${count(capacity)} plaatsen`
}

/** How the places stand: "38 bezet, 2 aangeboden, 5 op de wachtlijst". */
export function placesInWords({ taken, offered, waiting }: Places): string {
  return [
    `${count(taken)} bezet`,
    ...(offered > 0 ? [`${count(offered)} aangeboden`] : []),
    ...(waiting > 0 ? [`${count(waiting)} op de wachtlijst`] : []),
  ].join(', ')
}

/** To how many of those who wait a place is offered at once. */
export const getOffered = (offers: number) =>
  `${people(offers)} van de wachtlijst ${offers === 1 ? 'krijgt' : 'krijgen'} meteen een plek aangeboden, met een mail.`

type Change = { places: Places; offers: number; isOpen: boolean }

/** What the new number of places (in `places`) means for who has one, who waits, and who comes. */
export function whatItMeans({ places, offers, isOpen }: Change): string {
  const { capacity, taken, offered, waiting } = places
  if (offers > 0) {
    const left = waiting - offers
    const rest = left > 0 ? ` ${people(left)} ${left === 1 ? 'blijft' : 'blijven'} op de wachtlijst.` : ''
    return `${getOffered(offers)}${rest}`
  }
  if (capacity !== null && freePlaces(places) < 0) {
    return `Er zijn al ${count(taken + offered)} plaatsen bezet of aangeboden. Niemand raakt zijn plek kwijt. Er komt pas weer een plek vrij als er daarna genoeg mensen zijn afgemeld. Er gaat geen mail uit.`
  }
  if (waiting > 0 && !isOpen) {
    return `Aanmelden is gesloten. Daarom krijgt niemand van de wachtlijst nog een plek aangeboden. Er gaat geen mail uit.`
  }
  return 'Er gaat geen mail uit.'
}

/** What the button says that saves: nobody presses it without having read how many get a mail. */
export const capacityButton = (offers: number) => (offers === 0 ? 'Bewaren' : `Bewaren en mail ${people(offers)}`)
