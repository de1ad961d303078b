import { oneLine } from '@/lib/platform/text'
import { longDate, timeRange } from '@/lib/platform/time'
import type { ParticipantMail } from './participant-mail'
import { unlinked } from './unlinked'

/** Returns date and times of a session, such as "dinsdag 8 november 2022, 15.00 tot 16.30 uur". */
export const formatPeriod = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
  `${longDate(startsAt)}, ${timeRange(startsAt, endsAt)}`

export const removeFromCalendar =
  'Staat de kennissessie in je eigen agenda? Open dan het bestand kennissessie.ics bij deze mail, of haal hem er zelf uit.'

export const organiserReason = 'Je krijgt deze mail omdat je organisator bent.'
export const addressEnteredReason = 'Je krijgt deze mail omdat dit adres is ingevuld bij je aanmelding.'

type Tense = 'present' | 'past'

const reasonOf = ({ values }: ParticipantMail, status: string) =>
  `Je krijgt deze mail van ${oneLine(values.organisator ?? '')}, omdat je ${status} deze kennissessie.`

/** Returns the footer "you get this mail because you are registered", or "were registered" with `past`. */
export const registeredReason = (mail: ParticipantMail, tense: Tense = 'present') =>
  reasonOf(mail, tense === 'present' ? 'bent aangemeld voor' : 'was aangemeld voor')

/** Returns the footer "you get this mail because you are on the waitlist", or "were on the waitlist" with `past`. */
export const waitlistedReason = (mail: ParticipantMail, tense: Tense = 'present') =>
  reasonOf(mail, tense === 'present' ? 'op de wachtlijst staat van' : 'op de wachtlijst stond van')

/** Returns the footer that gives the recipient's status as reason: registered or, without a seat, on the waitlist. */
export const statusReason = (mail: ParticipantMail, tense: Tense = 'present') =>
  mail.hasSeat ? registeredReason(mail, tense) : waitlistedReason(mail, tense)

/** Returns the footer that states why the recipient gets a custom message: their status at this moment. */
export function currentStatusReason(mail: ParticipantMail): string {
  const { now, session, cancelledAt } = mail
  const isUpcoming = session.cancelledAt === null && now < session.endsAt
  if (cancelledAt === null) return statusReason(mail, isUpcoming ? 'present' : 'past')
  const end = mail.hasSeat ? 'Je bent nu afgemeld.' : 'Daar sta je nu niet meer op.'
  return `${statusReason(mail, 'past')} ${end}`
}

/** Returns the footer that names the colleague who transferred the registration, or `null` when there was no transfer. */
export const transferReason = ({ transferredFrom }: ParticipantMail) =>
  transferredFrom
    ? `Je krijgt deze mail omdat ${unlinked(oneLine(transferredFrom))} je naam en dit adres invulde om je een plek te geven.`
    : null
