import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { Pagination } from '@/components/ui/pagination'
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
  const query = await searchParams
  const urlSearch = searchFromQuery(query)
  const requestedPage = pageNumber(query.pagina)
  const page = await loadSessionPage(params, (id) => routes.registrations(id, searchToQuery(urlSearch, requestedPage)))
  const { session, now } = page
  const search = withoutUnknownAttendance(urlSearch, session, now)
  const [list, workplaces, seats] = await Promise.all([
    listRegistrations(session.id, search, requestedPage),
    listRegisteredMunicipalities(session.id),
    countSeatsNow(session.id),
  ])
  return (
    <AdminSessionPage {...page} current="registrations" title="Aanmeldingen">
      <SeatsOverview sessionId={session.id} seats={seats} />
      <RetentionNotice session={session} terms={retentionPeriods()} now={now} />
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
    </AdminSessionPage>
  )
}
