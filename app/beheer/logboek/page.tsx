import { Paragraph } from '@utrecht/component-library-react'
import { DeskPage } from '@/app/beheer/desk-page'
import { pageNumber } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { Pager } from '@/components/organiser/pager'
import { TrailFilter } from '@/components/organiser/trail-filter'
import { TrailTable } from '@/components/organiser/trail-table'
import { monthsInWords } from '@/components/privacy/term-words'
import { listTrail, listTrailChoices } from '@/lib/audit/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { keepTerms } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { readTrail } from './read-trail'

export default async function TrailPage({ searchParams }: PageProps<'/beheer/logboek'>) {
  const params = await searchParams
  const { asked, filter } = readTrail(params)
  const page = pageNumber(params.pagina)
  const organiser = await requireOrganiser(routes.trail({ ...asked, page }))
  const [list, choices] = await Promise.all([listTrail(filter, { page }), listTrailChoices()])
  return (
    <DeskPage organiser={organiser}>
      <title>Logboek - Aanschuif beheer</title>
      <Page>
        <PageTitle size="calm">Logboek</PageTitle>
        <Paragraph>
          Wie deed wat, en wanneer. Antwoorden en teksten van mails staan er niet in. We bewaren het{' '}
          {monthsInWords(keepTerms().trailMonths)}.
        </Paragraph>
        <TrailFilter asked={asked} choices={choices} />
        {list.total === 0 ? (
          <Paragraph>Hier is niets over te vinden.</Paragraph>
        ) : (
          <TrailTable {...list} managesOrganisers={canManageOrganisers(organiser.role)} />
        )}
        <Pager page={list.page} pages={list.pages} pathOf={(number) => routes.trail({ ...asked, page: number })} />
      </Page>
    </DeskPage>
  )
}
