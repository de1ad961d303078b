import type { RegistrationStatus } from '@/lib/registrations/schema'
import { statusLabels } from '@/lib/registrations/status'
import type { Seats } from '@/lib/registrations/waitlist/rules'
import { peopleCount } from './recipient-copy'

const formatCount = (number: number) => number.toLocaleString('nl-NL')

/** Returns "40 plaatsen", "1 plaats" or, without a limit, "Geen maximum". */
export function capacityLabel(capacity: number | null): string {
  if (capacity === null) return 'Geen maximum'
  return capacity === 1 ? '1 plaats' : `${formatCount(capacity)} plaatsen`
}

/** Returns the number of registrations with a status: "38 aangemeld", "2 plekken aangeboden", "5 op de wachtlijst". */
export const statusCountLabel = (status: RegistrationStatus, count: number) =>
  `${formatCount(count)} ${status === 'offered' && count !== 1 ? 'plekken aangeboden' : statusLabels[status]}`

/** Returns "38 aangemeld, 2 plekken aangeboden, 5 op de wachtlijst". Leaves out offers and waitlist when they are zero. */
export function seatCountsLabel({ taken, offered, waitlisted }: Seats): string {
  return [
    statusCountLabel('signed-up', taken),
    ...(offered > 0 ? [statusCountLabel('offered', offered)] : []),
    ...(waitlisted > 0 ? [statusCountLabel('waitlisted', waitlisted)] : []),
  ].join(', ')
}

export const offeredSentence = (offers: number) =>
  `${peopleCount(offers)} van de wachtlijst ${offers === 1 ? 'krijgt' : 'krijgen'} meteen een plek aangeboden, met een mail.`
