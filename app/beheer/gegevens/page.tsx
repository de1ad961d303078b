import { AdminPage } from '@/app/beheer/_components/admin-page'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { FindPersonForm } from './_components/find-person-form'
import { findPersonAction } from './actions'

export default async function PersonalDataPage({ searchParams }: PageProps<'/beheer/gegevens'>) {
  const { gelukt } = await searchParams
  const organiser = await requireAdmin(routes.personSearch())
  return (
    <AdminPage organiser={organiser} width="reading">
      <FindPersonForm action={findPersonAction} erased={gelukt === 'erased'} />
    </AdminPage>
  )
}
