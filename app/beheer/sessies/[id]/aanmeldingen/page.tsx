import { DeskPage } from '@/app/beheer/desk-page'
import { pageNumber } from '@/app/beheer/read-params'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { ExportForm } from '@/components/organiser/export-form'
import { KeptUntil } from '@/components/organiser/kept-until'
import { Pager } from '@/components/organiser/pager'
import { PlacesOverview } from '@/components/organiser/places-overview'
import { RegistrationsFilter } from '@/components/organiser/registrations-filter'
import { RegistrationsTable } from '@/components/organiser/registrations-table'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { countPlacesNow, listRegisteredPlaces, listRegistrations } from '@/lib/registrations/queries'
import { addressOf, askedAt, filtersOf, knowsWhoTookPart, searchFrom } from '@/lib/registrations/rules'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen'>

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ id }, asked] = await Promise.all([params, searchParams])
  const inAddress = searchFrom(asked)
  const page = pageNumber(asked.pagina)
  const organiser = await requireOrganiser(routes.registrations(id, addressOf(inAddress, page)))
  const session = await sessionOr404(id)
  const now = clock.now()
  const search = askedAt(inAddress, session, now)
  const [list, workplaces, places] = await Promise.all([
    listRegistrations(session.id, search, page),
    listRegisteredPlaces(session.id),
    countPlacesNow(session.id),
  ])
  return (
    <DeskPage organiser={organiser}>
      <title>{`Aanmeldingen ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} here="registrations" />
        <PlacesOverview sessionId={session.id} places={places} />
        <KeptUntil session={session} terms={keepTerms()} now={now} />
        <RegistrationsFilter
          sessionId={session.id}
          search={search}
          places={workplaces}
          asksTookPart={knowsWhoTookPart(session, now)}
        />
        <RegistrationsTable
          sessionId={session.id}
          search={search}
          places={workplaces}
          canAdd={!session.cancelledAt}
          {...list}
        />
        <Pager
          page={list.page}
          pages={list.pages}
          pathOf={(next) => routes.registrations(session.id, addressOf(search, next))}
        />
        <ExportForm
          sessionId={session.id}
          search={search}
          total={list.total}
          isFiltered={filtersOf(search).length > 0}
        />
      </Page>
    </DeskPage>
  )
}
