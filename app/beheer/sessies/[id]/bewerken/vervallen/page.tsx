import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { EditStepPage } from '@/app/beheer/sessies/[id]/bewerken/_components/edit-step-page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { hasEnded } from '@/lib/sessions/rules'
import { CancelSessionForm } from './_components/cancel-session-form'
import { cancelSessionAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/vervallen'>

export default async function CancelSessionPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.cancelSession(id))
  const session = await sessionOr404(id)
  const now = clock.now()
  // That page says why it cannot be cancelled.
  if (session.cancelledAt || hasEnded(session, now)) redirect(routes.editSession(session.id))
  return (
    <EditStepPage organiser={organiser} session={session} now={now}>
      <CancelSessionForm action={cancelSessionAction.bind(null, session.id)} title={session.title} />
    </EditStepPage>
  )
}
