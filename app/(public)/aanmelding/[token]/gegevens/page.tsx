import { Link, Paragraph } from '@utrecht/component-library-react'
import { InvalidSelfServiceLink } from '@/app/(public)/_components/invalid-link'
import { PersonalRecord } from '@/components/privacy/personal-record'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { ButtonLink } from '@/components/ui/button-link'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/subject-access'

export default async function PersonalDataPage({ params }: PageProps<'/aanmelding/[token]/gegevens'>) {
  const { token } = await params
  const record = await getOwnRecord(token)
  if (!record) return <InvalidSelfServiceLink />
  return (
    <Page width="reading">
      <PageBody title="Jouw gegevens" heading="Dit bewaren we van jou" eyebrow="Jouw aanmelding">
        <Paragraph>
          Hieronder staat alles van je aanmelding, behalve notities van organisatoren. Van elke mail zie je de tekst,
          zonder de opmaak en wat mailservers erover zeiden. In het bestand staat hetzelfde. Bewaar het op een plek waar
          niet iedereen bij kan. Op <Link href={routes.privacy()}>de pagina over privacy</Link> staat hoe lang we alles
          bewaren.
        </Paragraph>
        <Paragraph>
          <ButtonLink href={routes.selfServiceDataFile(token)}>Download als bestand (JSON)</ButtonLink>
        </Paragraph>
        <Paragraph>
          Wil je dit niet meer? Dan kun je <Link href={routes.selfServiceErase(token)}>alles laten wissen</Link>.
        </Paragraph>
        <PersonalRecord record={record} />
        <Paragraph>
          Organisatoren kunnen ook een notitie over je aanmelding of je vraag hebben gemaakt. Die staat hier niet bij.
          Je krijgt die notities als je erom vraagt.
        </Paragraph>
        <ContactPrompt question="Klopt er iets niet, of wil je die notities zien?" contact={record.session} />
        <LinkParagraph href={routes.selfServiceErase(token)}>Wis alles</LinkParagraph>
        <LinkParagraph href={routes.selfService(token)}>Naar je aanmelding</LinkParagraph>
      </PageBody>
    </Page>
  )
}
