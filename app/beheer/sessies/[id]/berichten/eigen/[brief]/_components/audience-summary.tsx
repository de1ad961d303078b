import { Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/ui/page/flow'
import type { CustomMessageAudience } from '@/lib/notifications/schema'

const contactWishPhrases: Record<CustomMessageAudience['contactWishes'][number], string> = {
  email: 'mogen mailen',
  phone: 'mogen bellen',
  none: 'niet mogen benaderen',
}

/** To whom a letter went, as it was chosen then; `places` holds names, an empty one for who works elsewhere. */
export function AudienceSummary({ to }: { to: CustomMessageAudience }) {
  const parts = audienceParts(to)
  if (parts.length === 0) return <Paragraph>Aan iedereen die toen was aangemeld.</Paragraph>
  return (
    <Flow>
      <Paragraph>Aan iedereen die toen was aangemeld:</Paragraph>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </Flow>
  )
}

function audienceParts({ inTime, places, contactWishes, tookPart }: CustomMessageAudience): string[] {
  const when = { '': '', yes: 'met een vraag die op tijd kwam', no: 'met een vraag die na de vragentermijn kwam' }
  return [
    when[inTime],
    contactWishes.length > 0
      ? `die we over de vraag ${joinWithOr(contactWishes.map((wish) => contactWishPhrases[wish]))}`
      : '',
    places.length > 0 ? `die werkt bij ${joinWithOr(places.map((name) => name || 'een andere organisatie'))}` : '',
    tookPart ? 'die heeft meegedaan' : '',
  ].filter(Boolean)
}

const joinWithOr = (words: string[]) => new Intl.ListFormat('nl-NL', { type: 'disjunction' }).format(words)
