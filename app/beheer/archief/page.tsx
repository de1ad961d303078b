import { Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionsBreadcrumb } from '@/app/beheer/_components/breadcrumbs'
import { AdminSessionList } from '@/app/beheer/_components/session/admin-session-list'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listRegistrationCounts } from '@/lib/registrations/queries'
import { listSessions } from '@/lib/sessions/queries'

export default async function ArchivePage() {
  const organiser = await requireOrganiser(routes.archive())
  const [sessions, counts] = await Promise.all([listSessions({ archived: true }), listRegistrationCounts()])
  return (
    <AdminPage organiser={organiser} title="Archief" breadcrumbs={[sessionsBreadcrumb]}>
      <PageTitle size="calm">Archief</PageTitle>
      <Flow>
        <Paragraph>
          Hier liggen de kennissessies die je niet meer in de lijst wilt. Terughalen kan bij “Bewerken”.
        </Paragraph>
        <AdminSessionList sessions={sessions} counts={counts} now={clock.now()} emptyText="Het archief is leeg." />
      </Flow>
    </AdminPage>
  )
}
