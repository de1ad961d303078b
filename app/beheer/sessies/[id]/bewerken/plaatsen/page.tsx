import { redirect } from 'next/navigation'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { routes } from '@/lib/platform/routes'
import { CapacityForm } from './_components/capacity-form'
import { capacityAction } from './actions'

export default async function CapacityPage({ params }: PageProps<'/beheer/sessies/[id]/bewerken/plaatsen'>) {
  const page = await loadSessionPage(params, routes.capacity)
  const { session } = page
  // The edit page shows that the session is cancelled, and why.
  if (session.cancelledAt) redirect(routes.editSession(session.id))
  return (
    <AdminSessionPage {...page} current="editSession" width="reading">
      <CapacityForm action={capacityAction.bind(null, session.id)} session={session} />
    </AdminSessionPage>
  )
}
