import { routes } from '@/lib/platform/routes'
import type { OwnStanding } from '@/lib/registrations/schema-own'
import type { Way } from './ways'

/** What of a sign-up can be done at this moment. */
export type OwnChoices = { canCancel: boolean }

/** All that somebody can do with a sign-up that stands like this, the likeliest first. */
export function waysOf(token: string, standing: OwnStanding, { canCancel }: OwnChoices): Way[] {
  return canCancel ? [{ href: routes.ownCancel(token), ...cancel[standing === 'signed-up' ? 'place' : 'waiting'] }] : []
}

const cancel = {
  place: { label: 'Meld je af', hint: 'Kun je toch niet? Dan weten we op wie we kunnen rekenen.' },
  waiting: { label: 'Ga van de wachtlijst af', hint: 'Dan schuift wie na je kwam een plek op.' },
}
