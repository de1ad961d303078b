import { Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/layout/flow'
import type { LetterSelection } from '@/lib/messages/schema'

const wishes: Record<LetterSelection['contactWishes'][number], string> = {
  email: 'mogen mailen',
  phone: 'mogen bellen',
  none: 'niet mogen benaderen',
}

/** To whom a letter went, as it was chosen then; `places` holds names, an empty one for who works elsewhere. */
export function LetterTo({ to }: { to: LetterSelection }) {
  const chosen = inWords(to)
  if (chosen.length === 0) return <Paragraph>Aan iedereen die toen was aangemeld.</Paragraph>
  return (
    <Flow>
      <Paragraph>Aan iedereen die toen was aangemeld:</Paragraph>
      <ul>
        {chosen.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Flow>
  )
}

function inWords({ inTime, places, contactWishes, tookPart }: LetterSelection): string[] {
  const when = { '': '', yes: 'met een vraag die op tijd kwam', no: 'met een vraag die na de vragentermijn kwam' }
  return [
    when[inTime],
    contactWishes.length > 0 ? `die we over de vraag ${listed(contactWishes.map((wish) => wishes[wish]))}` : '',
    places.length > 0 ? `die werkt bij ${listed(places.map((name) => name || 'een andere organisatie'))}` : '',
    tookPart ? 'die heeft meegedaan' : '',
  ].filter(Boolean)
}

const listed = (words: string[]) => new Intl.ListFormat('nl-NL', { type: 'disjunction' }).format(words)
