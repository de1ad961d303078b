import { redirect } from 'next/navigation'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { hasEnded } from '@/lib/sessions/rules'
import { CancelSessionForm } from './_components/cancel-session-form'
import { cancelSessionAction } from './actions'

export default async function CancelSessionPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/vervallen'>) {
  const page = await loadSessionPage(params, routes.cancelSession)
  const { session } = page
  // The edit page shows why the session cannot be cancelled.
  if (session.cancelledAt || hasEnded(session, page.now)) redirect(routes.editSession(session.id))
  return (
    <AdminSessionPage {...page} current="editSession" width="reading">
      <CancelSessionForm action={cancelSessionAction.bind(null, session.id)} title={session.title} />
    </AdminSessionPage>
  )
}
