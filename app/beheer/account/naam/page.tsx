import { AdminPage } from '@/app/beheer/_components/admin-page'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { renameAction } from '../actions'

export default async function RenamePage() {
  const organiser = await requireOrganiser(routes.accountName())
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[{ label: 'Jouw account', href: routes.account() }]}>
      <PageTitle size="calm">Verander je naam</PageTitle>
      <OrganiserForm
        action={renameAction}
        title="Verander je naam"
        values={{ name: organiser.name }}
        fields={[{ name: 'name', label: 'Naam', autoComplete: 'name' }]}
        submitLabel="Bewaren"
      />
    </AdminPage>
  )
}
