import { redirect } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { Page } from '@/components/layout/page'
import { CapacityForm } from '@/components/organiser/capacity-form'
import { SessionHeading } from '@/components/organiser/session-heading'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { capacityAction } from './actions'

export default async function PlacesPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/plaatsen'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.places(id))
  const session = await sessionOr404(id)
  // That page says that it is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <SessionHeading session={session} now={clock.now()} here="editSession" />
        <CapacityForm action={capacityAction.bind(null, session.id)} session={session} />
      </Page>
    </DeskPage>
  )
}
