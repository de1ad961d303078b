import { redirect } from 'next/navigation'
import { StepPage } from '@/app/beheer/sessies/[id]/bewerken/step-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { MoveForm } from '@/components/organiser/move-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { moveAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/verplaatsen'>

export default async function MoveSessionPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.moveSession(id))
  const session = await sessionOr404(id)
  // That page says that it is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <StepPage organiser={organiser} session={session} now={clock.now()}>
      <MoveForm action={moveAction.bind(null, session.id)} session={session} />
    </StepPage>
  )
}
