import { Button, Paragraph } from '@utrecht/component-library-react'
import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import styles from '@/app/beheer/sessies/[id]/aanmeldingen/_components/export-form.module.css'
import noticeStyles from '@/app/beheer/sessies/[id]/aanmeldingen/_components/retention-notice.module.css'
import { RegistrationsFilter } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/search/registrations-filter'
import { RegistrationsTable } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/search/registrations-table'
import { SeatsOverview } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/seats-overview'
import { Pagination } from '@/components/ui/pagination'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { longDate } from '@/lib/platform/time'
import { namesPurgeAt, needsPurgeAt, type RetentionPeriods } from '@/lib/privacy/rules'
import { listRegisteredMunicipalities, listRegistrations } from '@/lib/registrations/admin/search'
import { countSeatsNow } from '@/lib/registrations/queries'
import {
  activeFilters,
  isAttendanceKnown,
  searchFromQuery,
  searchToQuery,
  withoutUnknownAttendance,
} from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'

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

type ExportFormProps = { sessionId: string; search: RegistrationSearch; total: number; isFiltered: boolean }

/** Takes the sign-ups of the list along as a file: those that are asked for, all pages of them. */
function ExportForm({ sessionId, search, total, isFiltered }: ExportFormProps) {
  if (total === 0) return null
  const subject = isFiltered ? `Deze ${total.toLocaleString('nl-NL')} aanmeldingen` : 'Alle aanmeldingen'
  return (
    <form
      method="post"
      action={routes.exportRegistrations(sessionId, searchToQuery(search))}
      aria-label="Meenemen als bestand"
      className={styles.form}
    >
      <span>{total === 1 ? 'Deze aanmelding' : subject} meenemen als:</span>
      <Button type="submit" name="soort" value="xlsx" appearance="secondary-action-button">
        Excel-bestand
      </Button>
      <Button type="submit" name="soort" value="csv" appearance="secondary-action-button">
        CSV-bestand
      </Button>
    </form>
  )
}

type RetentionNoticeProps = { session: { endsAt: Date; cancelledAt: Date | null }; terms: RetentionPeriods; now: Date }

/** Until when a kennissessie has names, and what its participants need. */
function RetentionNotice({ session, terms, now }: RetentionNoticeProps) {
  const needsAt = needsPurgeAt(session, terms)
  const namesAt = namesPurgeAt(session, terms)
  return (
    <Paragraph className={noticeStyles.kept}>
      {erasureSentence('Wat mensen nodig hebben, telefoonnummers en notities', needsAt, now)}{' '}
      {erasureSentence('Namen en mailadressen', namesAt, now)}
    </Paragraph>
  )
}

const erasureSentence = (subject: string, erasedAt: Date, now: Date) =>
  `${subject} ${erasedAt <= now ? 'zijn' : 'worden'} gewist op ${longDate(erasedAt)}.`
