import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { Outcome } from '@/components/form/outcome'
import { ButtonLink } from '@/components/layout/button-link'
import { Flow } from '@/components/layout/flow'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { OrganisersTable } from '@/components/organiser/organisers-table'
import { peopleDone } from '@/components/organiser/people-words'
import { requireAdmin } from '@/lib/organisers/current'
import { listOrganisers } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

export default async function OrganisersPage({ searchParams }: PageProps<'/beheer/organisatoren'>) {
  const organiser = await requireAdmin(routes.organisers())
  const { gelukt } = await searchParams
  const done = gelukt === 'invited' || gelukt === 'withdrawn' ? peopleDone[gelukt] : null
  const now = clock.now()
  return (
    <DeskPage organiser={organiser}>
      <title>Organisatoren - Aanschuif beheer</title>
      <Page>
        {done ? (
          <Outcome lead={done.lead} sending={gelukt}>
            {done.text}
          </Outcome>
        ) : null}
        <PageTitle size="calm">Organisatoren</PageTitle>
        <MailState now={now} />
        <Flow>
          <OrganisersTable rows={await listOrganisers(now)} />
          <ButtonLink href={routes.invite()}>Nodig iemand uit</ButtonLink>
        </Flow>
      </Page>
    </DeskPage>
  )
}
