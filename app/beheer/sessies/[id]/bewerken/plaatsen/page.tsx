import { redirect } from 'next/navigation'
import { StepPage } from '@/app/beheer/sessies/[id]/bewerken/step-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { CapacityForm } from '@/components/organiser/capacity-form'
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
    <StepPage organiser={organiser} session={session} now={clock.now()}>
      <CapacityForm action={capacityAction.bind(null, session.id)} session={session} />
    </StepPage>
  )
}
