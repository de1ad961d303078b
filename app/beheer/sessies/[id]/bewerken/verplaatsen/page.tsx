import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { EditStepPage } from '@/app/beheer/sessies/[id]/bewerken/_components/edit-step-page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { RescheduleForm } from './_components/reschedule-form'
import { rescheduleAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/bewerken/verplaatsen'>

export default async function RescheduleSessionPage({ params }: Props) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.rescheduleSession(id))
  const session = await sessionOr404(id)
  // That page says that it is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <EditStepPage organiser={organiser} session={session} now={clock.now()}>
      <RescheduleForm action={rescheduleAction.bind(null, session.id)} session={session} />
    </EditStepPage>
  )
}
