import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { routes } from '@/lib/platform/routes'
import { Record } from './record'
import type { KeptRecord } from './record-words'

type Props = {
  record: KeptRecord & { session: Contact }
  token: string
  /** The way to take it along. */
  children: ReactNode
}

/** What a participant sees of what is kept about them. */
export function OwnData({ record, token, children }: Props) {
  return (
    <Flow>
      <title>Jouw gegevens - Aanschuif</title>
      <PageTitle size="calm" over="Jouw aanmelding">
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
        Wil je dit niet meer? Dan kun je <Link href={routes.ownErase(token)}>alles laten wissen</Link>.
      </Paragraph>
      <Record record={record} />
      <Paragraph>
        Organisatoren kunnen ook een notitie over je aanmelding of je vraag hebben gemaakt. Die staat hier niet bij. Je
        krijgt die notities als je erom vraagt.
      </Paragraph>
      <AskContact question="Klopt er iets niet, of wil je die notities zien?" of={record.session} />
      <Paragraph>
        <Link href={routes.ownErase(token)}>Wis alles</Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Naar je aanmelding</Link>
      </Paragraph>
    </Flow>
  )
}
