import { AdminPage } from '@/app/beheer/_components/admin-page'
import { pageNumber } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { Pagination } from '@/components/ui/pagination'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { countSeatsNow, listRegisteredMunicipalities, listRegistrations } from '@/lib/registrations/queries'
import {
  activeFilters,
  isAttendanceKnown,
  searchFromQuery,
  searchToQuery,
  withoutUnknownAttendance,
} from '@/lib/registrations/rules'
import { ExportForm } from './_components/export-form'
import { RetentionNotice } from './_components/retention-notice'
import { RegistrationsFilter } from './_components/search/registrations-filter'
import { RegistrationsTable } from './_components/search/registrations-table'
import { SeatsOverview } from './_components/seats-overview'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen'>

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const urlSearch = searchFromQuery(query)
  const page = pageNumber(query.pagina)
  const organiser = await requireOrganiser(routes.registrations(id, searchToQuery(urlSearch, page)))
  const session = await sessionOr404(id)
  const now = clock.now()
  const search = withoutUnknownAttendance(urlSearch, session, now)
  const [list, workplaces, seats] = await Promise.all([
    listRegistrations(session.id, search, page),
    listRegisteredMunicipalities(session.id),
    countSeatsNow(session.id),
  ])
  return (
    <AdminPage organiser={organiser}>
      <title>{`Aanmeldingen ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} current="registrations" />
        <SeatsOverview sessionId={session.id} seats={seats} />
        <RetentionNotice session={session} periods={retentionPeriods()} now={now} />
        <RegistrationsFilter
          sessionId={session.id}
          search={search}
          places={workplaces}
          showTookPart={isAttendanceKnown(session, now)}
        />
        <RegistrationsTable
          sessionId={session.id}
          search={search}
          places={workplaces}
          canAdd={!session.cancelledAt}
          {...list}
        />
        <Pagination
          page={list.page}
          pages={list.pages}
          hrefFor={(next) => routes.registrations(session.id, searchToQuery(search, next))}
        />
        <ExportForm
          sessionId={session.id}
          search={search}
          total={list.total}
          isFiltered={activeFilters(search).length > 0}
        />
      </Page>
    </AdminPage>
  )
}
