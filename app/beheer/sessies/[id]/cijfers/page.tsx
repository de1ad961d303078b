import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getStatistics } from '@/lib/registrations/statistics'
import { SessionStatistics } from './_components/session-statistics'

export default async function StatisticsPage({ params }: PageProps<'/beheer/sessies/[id]/cijfers'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.statistics(id))
  const session = await sessionOr404(id)
  const statistics = await getStatistics(session)
  return (
    <AdminPage organiser={organiser}>
      <title>{`Cijfers ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} current="statistics" />
        <SessionStatistics session={session} statistics={statistics} />
      </Page>
    </AdminPage>
  )
}
