import type { OwnPart, OwnStanding } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import type { Way } from './ways'

/** What of a sign-up can be done at this moment. */
export type OwnChoices = {
  /** Where the link and the agenda are; null before the release. */
  takePart: string | null
  canCancel: boolean
  canHandOver: boolean
  canChangeAddress: boolean
  /** Another address that was asked for and waits for its owner. */
  pendingAddress: string | null
  parts: OwnPart[]
}

/** All that somebody can do with a sign-up that stands like this, the likeliest first. */
export function waysOf(
  token: string,
  standing: OwnStanding,
  { takePart, canCancel, canHandOver, canChangeAddress, pendingAddress, parts }: OwnChoices,
): Way[] {
  const waits = standing === 'waiting' || standing === 'offered'
  return [
    ...(takePart ? [{ href: takePart, label: 'Doe mee', hint: 'De agenda, en de weg naar de kennissessie.' }] : []),
    { href: routes.ownChange(token), label: 'Wijzig je aanmelding', hint: changeHint(parts) },
    ...(canChangeAddress
      ? [{ href: routes.ownAddress(token), label: 'Ander e-mailadres', hint: addressHint(pendingAddress) }]
      : []),
    ...(canHandOver
      ? [
          {
            href: routes.ownHandOver(token),
            label: 'Geef je plek door',
            hint: 'Kan een collega wel? Die krijgt dan jouw plek.',
          },
        ]
      : []),
    ...(canCancel ? [{ href: routes.ownCancel(token), ...cancel[waits ? 'waiting' : 'place'] }] : []),
    {
      href: routes.ownData(token),
      label: 'Neem je gegevens mee',
      hint: 'Lees wat we van je bewaren, of download het.',
    },
    { href: routes.ownErase(token), label: 'Wis alles', hint: 'Dan is er niets meer van je aanmelding.' },
  ]
}

const addressHint = (pending: string | null) =>
  pending ? `Wacht tot je dit bevestigt vanaf ${pending}.` : 'We mailen eerst je nieuwe adres.'

function changeHint(parts: OwnPart[]): string {
  if (!parts.includes('about')) return 'Of we contact met je mogen opnemen, en wat je nodig hebt.'
  return parts.includes('answers')
    ? 'Je naam, gemeente en functie, je vraag en antwoorden, en wat je nodig hebt.'
    : 'Je naam, gemeente en functie, of we contact mogen opnemen, en wat je nodig hebt.'
}

const cancel = {
  place: { label: 'Meld je af', hint: 'Kun je toch niet? Dan weten we op wie we kunnen rekenen.' },
  waiting: { label: 'Ga van de wachtlijst af', hint: 'Dan schuift wie na je kwam een plek op.' },
}
