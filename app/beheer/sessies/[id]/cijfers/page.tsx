import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { getStatistics } from '@/lib/registrations/statistics'
import { SessionStatistics } from './_components/session-statistics'

export default async function StatisticsPage({ params }: PageProps<'/beheer/sessies/[id]/cijfers'>) {
  const page = await loadSessionPage(params, routes.statistics)
  return (
    <AdminSessionPage {...page} current="statistics" title="Cijfers">
      <SessionStatistics session={page.session} statistics={await getStatistics(page.session)} />
    </AdminSessionPage>
  )
}
