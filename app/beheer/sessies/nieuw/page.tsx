import { Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { SessionForm } from '@/components/organiser/session-form'
import { emptySession } from '@/components/organiser/session-values'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { createSessionAction } from './actions'

export default async function NewSessionPage() {
  const organiser = await requireOrganiser(routes.newSession())
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={[{ label: 'Kennissessies', href: routes.desk() }]} />
        <PageTitle size="calm">Nieuwe kennissessie</PageTitle>
        <Paragraph>
          Je kunt straks alles nog veranderen. De kennissessie staat pas op de site als je hem publiceert. De vragen van
          het formulier maak je hierna.
        </Paragraph>
        <SessionForm
          action={createSessionAction}
          values={emptySession}
          title="Nieuwe kennissessie"
          slugHint="Laat leeg om het van de titel te maken."
          asksMoments
          button="Maak de kennissessie"
        />
      </Page>
    </DeskPage>
  )
}
