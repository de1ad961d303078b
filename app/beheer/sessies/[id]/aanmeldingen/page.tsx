import { Paragraph } from '@utrecht/component-library-react'
import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { Pagination } from '@/components/ui/pagination'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import { namesPurgeAt, needsPurgeAt } from '@/lib/privacy/rules'
import { listRegisteredMunicipalities, listRegistrations } from '@/lib/registrations/admin/search'
import { searchFromQuery, searchToQuery, withoutUnknownAttendance } from '@/lib/registrations/admin/search-params'
import { countSeatsNow } from '@/lib/registrations/queries'
import { isAttendanceKnown } from '@/lib/registrations/rules'
import { ExportForm } from './_components/export-form'
import noticeStyles from './_components/retention-notice.module.css'
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
  const [list, places, seats] = await Promise.all([
    listRegistrations(session.id, search, requestedPage),
    listRegisteredMunicipalities(session.id),
    countSeatsNow(session.id),
  ])
  const shown = { sessionId: session.id, search, places }
  return (
    <AdminSessionPage {...page} current="registrations" title="Aanmeldingen">
      <SeatsOverview sessionId={session.id} seats={seats} />
      <RetentionNotice session={session} now={now} />
      <RegistrationsFilter {...shown} isAttendanceKnown={isAttendanceKnown(session, now)} />
      <RegistrationsTable {...shown} canAdd={!session.cancelledAt} {...list} />
      <Pagination
        page={list.page}
        pages={list.pages}
        hrefFor={(next) => routes.registrations(session.id, searchToQuery(search, next))}
      />
      <ExportForm sessionId={session.id} search={search} total={list.total} />
    </AdminSessionPage>
  )
}

/** Shows the dates on which the personal data of a session's registrations are erased. */
function RetentionNotice({ session, now }: { session: { endsAt: Date; cancelledAt: Date | null }; now: Date }) {
  const periods = retentionPeriods()
  const sentence = (subject: string, erasedAt: Date) =>
    `${subject} ${erasedAt <= now ? 'zijn' : 'worden'} gewist op ${longDate(erasedAt)}.`
  return (
    <Paragraph className={noticeStyles.kept}>
      {sentence('Wat mensen nodig hebben, telefoonnummers en notities', needsPurgeAt(session, periods))}{' '}
      {sentence('Namen en mailadressen', namesPurgeAt(session, periods))}
    </Paragraph>
  )
}
