import { Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { SessionList } from '@/components/organiser/session-list'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listRegistrationCounts } from '@/lib/registrations/queries'
import { listSessions } from '@/lib/sessions/queries'

export default async function ArchivePage() {
  const organiser = await requireOrganiser(routes.archive())
  const [sessions, counts] = await Promise.all([listSessions({ archived: true }), listRegistrationCounts()])
  return (
    <DeskPage organiser={organiser}>
      <title>Archief - Aanschuif beheer</title>
      <Page>
        <Trail links={[{ label: 'Kennissessies', href: routes.desk() }]} />
        <PageTitle size="calm">Archief</PageTitle>
        <Flow>
          <Paragraph>
            Hier liggen de kennissessies die je niet meer in de lijst wilt. Terughalen kan bij “Bewerken”.
          </Paragraph>
          <SessionList sessions={sessions} counts={counts} now={clock.now()} none="Het archief is leeg." />
        </Flow>
      </Page>
    </DeskPage>
  )
}
