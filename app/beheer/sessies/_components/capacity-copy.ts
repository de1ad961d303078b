import type { Seats } from '@/lib/registrations/waitlist/rules'
import { peopleCount } from './recipient-copy'

const formatCount = (number: number) => number.toLocaleString('nl-NL')

/** Returns "40 plaatsen", "1 plaats" or, without a limit, "Geen maximum". */
export function capacityLabel(capacity: number | null): string {
  if (capacity === null) return 'Geen maximum'
  return capacity === 1 ? '1 plaats' : `${formatCount(capacity)} plaatsen`
}

/** Returns "38 bezet, 2 aangeboden, 5 op de wachtlijst". Leaves out offers and waitlist when they are zero. */
export function seatCountsLabel({ taken, offered, waitlisted }: Seats): string {
  return [
    `${formatCount(taken)} bezet`,
    ...(offered > 0 ? [`${formatCount(offered)} aangeboden`] : []),
    ...(waitlisted > 0 ? [`${formatCount(waitlisted)} op de wachtlijst`] : []),
  ].join(', ')
}

export const offeredSentence = (offers: number) =>
  `${peopleCount(offers)} van de wachtlijst ${offers === 1 ? 'krijgt' : 'krijgen'} meteen een plek aangeboden, met een mail.`
