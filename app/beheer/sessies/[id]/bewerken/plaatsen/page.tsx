import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { EditStepPage } from '@/app/beheer/sessies/[id]/bewerken/_components/edit-step-page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { CapacityForm } from './_components/capacity-form'
import { capacityAction } from './actions'

export default async function CapacityPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/plaatsen'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.capacity(id))
  const session = await sessionOr404(id)
  // That page says that it is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <EditStepPage organiser={organiser} session={session} now={clock.now()}>
      <CapacityForm action={capacityAction.bind(null, session.id)} session={session} />
    </EditStepPage>
  )
}
