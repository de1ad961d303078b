import { type ErrorMessages, fieldErrors } from '@/components/form/field-errors'
import { freeSeats, type Seats } from '@/lib/registrations/waitlist/rules'
import { type CapacityFieldReason, type CapacityRefusal, maxSeats } from '@/lib/registrations/waitlist/schema'
import { peopleCount } from './recipient-copy'

const formatCount = (number: number) => number.toLocaleString('nl-NL')

const messages: ErrorMessages<CapacityFieldReason> = {
  capacity: {
    'not-a-number': 'Vul een heel getal in, bijvoorbeeld 40, of laat het veld leeg',
    'too-few': 'Vul 1 of meer in. Is er geen maximum? Laat het veld dan leeg',
    'too-many': `Vul ${formatCount(maxSeats)} of minder in. Is er geen maximum? Laat het veld dan leeg`,
  },
}

export const capacityErrors = (reasons: Record<string, CapacityFieldReason>) => fieldErrors(messages, reasons)

export const capacityRefusals: Record<CapacityRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niets veranderd en niets gemaild.' },
  'changed-meanwhile': {
    title: 'Een collega heeft het aantal plaatsen net veranderd.',
    text: 'Wat jij invulde, is niet bewaard en staat hieronder nog. Kijk opnieuw wat er verandert.',
  },
  'offers-changed': {
    title: 'De wachtlijst is net veranderd.',
    text: 'Er is nog niets bewaard en niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

/** "40 plaatsen", "1 plaats" or "Geen maximum". */
export function capacityLabel(capacity: number | null): string {
  if (capacity === null) return 'Geen maximum'
  return capacity === 1 ? '1 plaats' : `${formatCount(capacity)} plaatsen`
}

/** "38 bezet, 2 aangeboden, 5 op de wachtlijst". */
export function seatCountsLabel({ taken, offered, waitlisted }: Seats): string {
  return [
    `${formatCount(taken)} bezet`,
    ...(offered > 0 ? [`${formatCount(offered)} aangeboden`] : []),
    ...(waitlisted > 0 ? [`${formatCount(waitlisted)} op de wachtlijst`] : []),
  ].join(', ')
}

export const offeredSentence = (offers: number) =>
  `${peopleCount(offers)} van de wachtlijst ${offers === 1 ? 'krijgt' : 'krijgen'} meteen een plek aangeboden, met een mail.`

type CapacityChange = { seats: Seats; offers: number; offersAreOpen: boolean }

/** What a new capacity means for participants and the waitlist. */
export function capacityChangeSentence({ seats, offers, offersAreOpen }: CapacityChange): string {
  const { capacity, taken, offered, waitlisted } = seats
  if (offers > 0) {
    const remaining = waitlisted - offers
    const remainingSentence =
      remaining > 0 ? ` ${peopleCount(remaining)} ${remaining === 1 ? 'blijft' : 'blijven'} op de wachtlijst.` : ''
    return `${offeredSentence(offers)}${remainingSentence}`
  }
  if (capacity !== null && freeSeats(seats) < 0) {
    return `Er zijn al ${formatCount(taken + offered)} plaatsen bezet of aangeboden. Niemand raakt zijn plek kwijt. Er komt pas weer een plek vrij als er daarna genoeg mensen zijn afgemeld. Er gaat geen mail uit.`
  }
  if (waitlisted > 0 && !offersAreOpen) {
    return `Aanmelden is gesloten. Daarom krijgt niemand van de wachtlijst nog een plek aangeboden. Er gaat geen mail uit.`
  }
  return 'Er gaat geen mail uit.'
}

export const capacityButtonLabel = (offers: number) =>
  offers === 0 ? 'Bewaren' : `Bewaren en mail ${peopleCount(offers)}`
