import { redirect } from 'next/navigation'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { RescheduleForm } from './_components/reschedule-form'
import { rescheduleAction } from './actions'

export default async function ReschedulePage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/verplaatsen'>) {
  const page = await loadSessionPage(params, routes.rescheduleSession)
  const { session } = page
  // The edit page shows that the session is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <AdminSessionPage {...page} current="editSession" width="reading">
      <RescheduleForm action={rescheduleAction.bind(null, session.id)} session={session} />
    </AdminSessionPage>
  )
}
