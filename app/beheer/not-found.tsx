import { Link, Paragraph } from '@utrecht/component-library-react'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { routes } from '@/lib/platform/routes'

export default function DeskNotFound() {
  return (
    <DeskFrame>
      <title>Niet gevonden - Aanschuif beheer</title>
      <Page width="reading">
        <PageTitle size="calm">Deze pagina is er niet</PageTitle>
        <Paragraph>
          De kennissessie of de aanmelding bestaat niet (meer), of het adres is niet helemaal overgenomen. Kijk in{' '}
          <Link href={routes.desk()}>de lijst van kennissessies</Link> of je daar vindt wat je zoekt.
        </Paragraph>
      </Page>
    </DeskFrame>
  )
}
