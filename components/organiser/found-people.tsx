import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { Outcome } from '@/components/form/outcome'
import { routes } from '@/lib/platform/routes'

export type FoundPerson = { registrationId: string; name: string; foundBy: keyof typeof foundByWords }

/** By what an address leads to somebody. */
const foundByWords = {
  now: 'heeft dit adres nu.',
  earlier: 'had dit adres eerder.',
  asked:
    'vroeg om dit adres, en niemand heeft dat bevestigd. Het kan dus van iemand anders zijn. Geef die alleen door dat het adres is ingevuld: het verdwijnt vanzelf, uiterlijk drie dagen daarna.',
}

type Props = { people: FoundPerson[]; organiserId: string | null; sending: unknown }

/** Who is known by an address, each with how; or that nobody has it. */
export function FoundPeople({ people, organiserId, sending }: Props) {
  const account = organiserId ? (
    <Paragraph>
      Het adres is van een organisator: <Link href={routes.organiser(organiserId)}>bekijk het account</Link>.
    </Paragraph>
  ) : null
  if (people.length === 0)
    return (
      <Outcome lead="Er is geen aanmelding met dit adres." sending={sending}>
        {account ??
          'Staat er een ander adres in de mails van deze persoon? Zoek dan daarop. Misschien is de naam al gewist.'}
      </Outcome>
    )
  return (
    <>
      <Outcome lead="Dit adres staat bij:" sending={sending}>
        <UnorderedList>
          {people.map(({ registrationId, name, foundBy }) => (
            <UnorderedListItem key={registrationId}>
              <Link href={routes.personOf(registrationId)}>{name}</Link> {foundByWords[foundBy]}
            </UnorderedListItem>
          ))}
        </UnorderedList>
      </Outcome>
      {account}
    </>
  )
}
