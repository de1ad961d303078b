import { Link } from '@utrecht/component-library-react'
import type { SentAudience } from '@/lib/notifications/custom-messages'
import { routes } from '@/lib/platform/routes'
import type { RegistrationStatus } from '@/lib/registrations/schema'

const pastStatusPhrases: Record<RegistrationStatus, string> = {
  'signed-up': 'was aangemeld',
  offered: 'een plek aangeboden had',
  waitlisted: 'op de wachtlijst stond',
  cancelled: 'was afgemeld',
}
const contactWishPhrases = { email: 'mogen mailen', phone: 'mogen bellen', none: 'niet mogen benaderen' }
const deadlinePhrases = {
  '': '',
  yes: 'met een vraag die op tijd kwam',
  no: 'met een vraag die na de vragentermijn kwam',
}

const joinWithOr = (words: string[]) => new Intl.ListFormat('nl-NL', { type: 'disjunction' }).format(words)

type Selection = NonNullable<SentAudience['to']>

/** Returns the statuses to which a message was sent in words: "was aangemeld of op de wachtlijst stond". */
export const describeStatuses = ({ statuses }: Selection) =>
  joinWithOr(statuses.map((status) => pastStatusPhrases[status]))

/** Returns a phrase for each filter of the audience. An empty name in `places` is any organisation but a municipality. */
export function describeFilters({ inTime, places, contactWishes, tookPart }: Selection): string[] {
  const wishes = joinWithOr(contactWishes.map((wish) => contactWishPhrases[wish]))
  return [
    deadlinePhrases[inTime],
    wishes && `die we over de vraag ${wishes}`,
    places.length > 0 ? `die werkt bij ${joinWithOr(places.map((name) => name || 'een andere organisatie'))}` : '',
    tookPart ? 'die heeft meegedaan' : '',
  ].filter(Boolean)
}

/** Shows in one phrase to whom a message was sent: "aan wie toen was aangemeld". Renders nothing if that was erased. */
export function AudiencePhrase({ sessionId, audience: { person, to } }: { sessionId: string; audience: SentAudience }) {
  if (person)
    return (
      <>
        aan{' '}
        <Link href={routes.registration(sessionId, person.id)}>
          <bdi>{person.name}</bdi>
        </Link>
      </>
    )
  if (!to) return null
  return `aan ${describeFilters(to).length > 0 ? 'een deel van wie' : 'wie'} toen ${describeStatuses(to)}`
}
