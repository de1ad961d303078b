import { Link, Paragraph, UnorderedList, UnorderedListItem } from '@utrecht/component-library-react'

type DataController = { organisedBy: string; contactName: string; contactEmail: string }
type Props = {
  organisations: DataController[]
  /** Contact for the site as a whole. */
  siteContactEmail: string | undefined
}

/** The organisations responsible for personal data: each for the sessions that it organises. */
export function DataControllers({ organisations, siteContactEmail }: Props) {
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
      {siteContactEmail ? (
        <Paragraph>
          Gaat je vraag over de hele site? Mail dan naar{' '}
          <Link href={`mailto:${siteContactEmail}`}>{siteContactEmail}</Link>.
        </Paragraph>
      ) : null}
    </>
  )
}
