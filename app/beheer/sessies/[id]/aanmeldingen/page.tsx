import { DeskPage } from '@/app/beheer/desk-page'
import { pageNumber } from '@/app/beheer/read-params'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { Pager } from '@/components/organiser/pager'
import { RegistrationsTable } from '@/components/organiser/registrations-table'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listRegistrations } from '@/lib/registrations/queries'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen'>

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ id }, { pagina }] = await Promise.all([params, searchParams])
  const organiser = await requireOrganiser(routes.registrations(id, pageNumber(pagina)))
  const session = await sessionOr404(id)
  const list = await listRegistrations(session.id, { page: pageNumber(pagina) })
  return (
    <DeskPage organiser={organiser}>
      <title>{`Aanmeldingen ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={clock.now()} here="registrations" />
        <RegistrationsTable sessionId={session.id} {...list} />
        <Pager page={list.page} pages={list.pages} pathOf={(page) => routes.registrations(id, page)} />
      </Page>
    </DeskPage>
  )
}
