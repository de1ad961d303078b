import { routes } from '@/lib/platform/routes'
import type { OwnStatus, RegistrationPart } from '@/lib/registrations/self-service/schema'
import type { ActionLink } from './action-links'

type AvailableActions = {
  /** The page with the agenda and the meeting; null before the release. */
  joinUrl: string | null
  canCancel: boolean
  canTransfer: boolean
  canChangeEmail: boolean
  /** The new e-mail address that still has to be confirmed. */
  pendingEmail: string | null
  parts: RegistrationPart[]
}

/** Returns the actions that this status allows, the most likely first. */
export function buildActionLinks(token: string, status: OwnStatus, available: AvailableActions): ActionLink[] {
  const { joinUrl, pendingEmail, parts } = available
  const isWaitlisted = status === 'waitlisted' || status === 'offered'
  const links: (ActionLink | false)[] = [
    joinUrl !== null && { href: joinUrl, label: 'Doe mee', hint: 'De agenda, en de weg naar de kennissessie.' },
    { href: routes.selfServiceEdit(token), label: 'Wijzig je aanmelding', hint: changeHint(parts) },
    available.canChangeEmail && {
      href: routes.selfServiceEmail(token),
      label: 'Ander e-mailadres',
      hint: pendingEmail ? `Wacht tot je dit bevestigt vanaf ${pendingEmail}.` : 'We mailen eerst je nieuwe adres.',
    },
    available.canTransfer && {
      href: routes.selfServiceTransfer(token),
      label: 'Geef je plek door',
      hint: 'Kan een collega wel? Die krijgt dan jouw plek.',
    },
    available.canCancel && { href: routes.selfServiceCancel(token), ...(isWaitlisted ? leaveWaitlist : cancelSeat) },
    {
      href: routes.selfServiceData(token),
      label: 'Neem je gegevens mee',
      hint: 'Lees wat we van je bewaren, of download het.',
    },
    { href: routes.selfServiceErase(token), label: 'Wis alles', hint: 'Dan is er niets meer van je aanmelding.' },
  ]
  return links.filter((link) => link !== false)
}

function changeHint(parts: RegistrationPart[]): string {
  if (!parts.includes('about')) return 'Of we contact met je mogen opnemen, en wat je nodig hebt.'
  return parts.includes('answers')
    ? 'Je naam, gemeente en functie, je vraag en antwoorden, en wat je nodig hebt.'
    : 'Je naam, gemeente en functie, of we contact mogen opnemen, en wat je nodig hebt.'
}

const cancelSeat = { label: 'Meld je af', hint: 'Kun je toch niet? Dan weten we op wie we kunnen rekenen.' }
const leaveWaitlist = { label: 'Ga van de wachtlijst af', hint: 'Dan schuift wie na je kwam een plek op.' }
