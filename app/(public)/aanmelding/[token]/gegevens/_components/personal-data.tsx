import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { PersonalRecord } from '@/components/privacy/personal-record'
import type { PersonalRecordData } from '@/components/privacy/personal-record-copy'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'

type Props = {
  record: PersonalRecordData & { session: Contact }
  token: string
  /** The way to take it along. */
  children: ReactNode
}

/** What a participant sees of what is kept about them. */
export function PersonalData({ record, token, children }: Props) {
  return (
    <Flow>
      <title>Jouw gegevens - Aanschuif</title>
      <PageTitle size="calm" eyebrow="Jouw aanmelding">
        Dit bewaren we van jou
      </PageTitle>
      <Paragraph>
        Hieronder staat alles van je aanmelding, behalve notities van organisatoren. Van elke mail zie je de tekst,
        zonder de opmaak en wat mailservers erover zeiden. In het bestand staat hetzelfde. Bewaar het op een plek waar
        niet iedereen bij kan. Op <Link href={routes.privacy()}>de pagina over privacy</Link> staat hoe lang we alles
        bewaren.
      </Paragraph>
      {children}
      <Paragraph>
        Wil je dit niet meer? Dan kun je <Link href={routes.selfServiceErase(token)}>alles laten wissen</Link>.
      </Paragraph>
      <PersonalRecord record={record} />
      <Paragraph>
        Organisatoren kunnen ook een notitie over je aanmelding of je vraag hebben gemaakt. Die staat hier niet bij. Je
        krijgt die notities als je erom vraagt.
      </Paragraph>
      <ContactPrompt question="Klopt er iets niet, of wil je die notities zien?" contact={record.session} />
      <Paragraph>
        <Link href={routes.selfServiceErase(token)}>Wis alles</Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.selfService(token)}>Naar je aanmelding</Link>
      </Paragraph>
    </Flow>
  )
}
