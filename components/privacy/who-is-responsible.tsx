import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'

type Responsible = { organisedBy: string; contactName: string; contactEmail: string }
type Props = {
  organisations: Responsible[]
  /** Whom to ask about the site as a whole, when that is set. */
  email: string | undefined
}

/** The organisation of each kennissessie answers for what is kept of who signs up for it. */
export function WhoIsResponsible({ organisations, email }: Props) {
  return (
    <>
      <Paragraph>
        De organisatie die een kennissessie organiseert, is verantwoordelijk voor de gegevens van wie zich daarvoor
        aanmeldt. Heb je een vraag of wil je iets laten wissen? Mail dan de contactpersoon.
      </Paragraph>
      {organisations.length > 0 ? (
        <UnorderedList role={undefined}>
          {organisations.map(({ organisedBy, contactName, contactEmail }) => (
            <UnorderedListItem key={`${organisedBy} ${contactEmail}`}>
              {organisedBy}: {contactName}, <Link href={`mailto:${contactEmail}`}>{contactEmail}</Link>
            </UnorderedListItem>
          ))}
        </UnorderedList>
      ) : null}
      {email ? (
        <Paragraph>
          Gaat je vraag over de hele site? Mail dan naar <Link href={`mailto:${email}`}>{email}</Link>.
        </Paragraph>
      ) : null}
    </>
  )
}
