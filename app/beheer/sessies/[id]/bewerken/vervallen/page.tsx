import { redirect } from 'next/navigation'
import { StepPage } from '@/app/beheer/sessies/[id]/bewerken/step-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { CancelForm } from '@/components/organiser/cancel-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { hasBeen } from '@/lib/sessions/rules'
import { cancelAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/vervallen'>

export default async function CancelSessionPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.cancelSession(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  // That page says why it cannot be cancelled.
  if (session.cancelledAt || hasBeen(session, now)) redirect(routes.editSession(session.id))
  return (
    <StepPage organiser={organiser} session={session} now={now}>
      <CancelForm action={cancelAction.bind(null, session.id)} title={session.title} />
    </StepPage>
  )
}
