import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'

export type FoundPerson = { registrationId: string; name: string; foundBy: keyof typeof foundByText }

/** By what an address leads to somebody. */
const foundByText = {
  now: 'heeft dit adres nu.',
  earlier: 'had dit adres eerder.',
  asked:
    'vroeg om dit adres, en niemand heeft dat bevestigd. Het kan dus van iemand anders zijn. Geef die alleen door dat het adres is ingevuld: het verdwijnt vanzelf, uiterlijk drie dagen daarna.',
}

type Props = { people: FoundPerson[]; organiserId: string | null; submission: unknown }

/** Who is known by an address, each with how; or that nobody has it. */
export function FoundPeople({ people, organiserId, submission }: Props) {
  const account = organiserId ? (
    <Paragraph>
      Het adres is van een organisator: <Link href={routes.organiser(organiserId)}>bekijk het account</Link>.
    </Paragraph>
  ) : null
  if (people.length === 0)
    return (
      <FormStatus title="Er is geen aanmelding met dit adres." submission={submission}>
        {account ??
          'Staat er een ander adres in de mails van deze persoon? Zoek dan daarop. Misschien is de naam al gewist.'}
      </FormStatus>
    )
  return (
    <>
      <FormStatus title="Dit adres staat bij:" submission={submission}>
        <UnorderedList>
          {people.map(({ registrationId, name, foundBy }) => (
            <UnorderedListItem key={registrationId}>
              <Link href={routes.personalRecord(registrationId)}>{name}</Link> {foundByText[foundBy]}
            </UnorderedListItem>
          ))}
        </UnorderedList>
      </FormStatus>
      {account}
    </>
  )
}
