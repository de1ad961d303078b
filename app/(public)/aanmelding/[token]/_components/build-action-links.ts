import { routes } from '@/lib/platform/routes'
import type { OwnStatus, RegistrationPart } from '@/lib/registrations/self-service/schema'
import type { ActionLink } from './action-links'

/** What of a sign-up can be done at this moment. */
export type AvailableActions = {
  /** Where the link and the agenda are; null before the release. */
  joinUrl: string | null
  canCancel: boolean
  canTransfer: boolean
  canChangeEmail: boolean
  /** Another address that was asked for and waits for its owner. */
  pendingEmail: string | null
  parts: RegistrationPart[]
}

/** All that somebody can do with a sign-up that stands like this, the likeliest first. */
export function buildActionLinks(
  token: string,
  status: OwnStatus,
  { joinUrl, canCancel, canTransfer, canChangeEmail, pendingEmail, parts }: AvailableActions,
): ActionLink[] {
  const isWaitlisted = status === 'waitlisted' || status === 'offered'
  return [
    ...(joinUrl ? [{ href: joinUrl, label: 'Doe mee', hint: 'De agenda, en de weg naar de kennissessie.' }] : []),
    { href: routes.selfServiceEdit(token), label: 'Wijzig je aanmelding', hint: changeHint(parts) },
    ...(canChangeEmail
      ? [{ href: routes.selfServiceEmail(token), label: 'Ander e-mailadres', hint: emailChangeHint(pendingEmail) }]
      : []),
    ...(canTransfer
      ? [
          {
            href: routes.selfServiceTransfer(token),
            label: 'Geef je plek door',
            hint: 'Kan een collega wel? Die krijgt dan jouw plek.',
          },
        ]
      : []),
    ...(canCancel
      ? [{ href: routes.selfServiceCancel(token), ...cancelCopy[isWaitlisted ? 'waitlisted' : 'seat'] }]
      : []),
    {
      href: routes.selfServiceData(token),
      label: 'Neem je gegevens mee',
      hint: 'Lees wat we van je bewaren, of download het.',
    },
    { href: routes.selfServiceErase(token), label: 'Wis alles', hint: 'Dan is er niets meer van je aanmelding.' },
  ]
}

const emailChangeHint = (pending: string | null) =>
  pending ? `Wacht tot je dit bevestigt vanaf ${pending}.` : 'We mailen eerst je nieuwe adres.'

function changeHint(parts: RegistrationPart[]): string {
  if (!parts.includes('about')) return 'Of we contact met je mogen opnemen, en wat je nodig hebt.'
  return parts.includes('answers')
    ? 'Je naam, gemeente en functie, je vraag en antwoorden, en wat je nodig hebt.'
    : 'Je naam, gemeente en functie, of we contact mogen opnemen, en wat je nodig hebt.'
}

const cancelCopy = {
  seat: { label: 'Meld je af', hint: 'Kun je toch niet? Dan weten we op wie we kunnen rekenen.' },
  waitlisted: { label: 'Ga van de wachtlijst af', hint: 'Dan schuift wie na je kwam een plek op.' },
}
