import { AdminPage } from '@/app/beheer/_components/admin-page'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { RenameForm } from './_components/rename-form'
import { renameAction } from './actions'

export default async function RenamePage() {
  const organiser = await requireOrganiser(routes.accountName())
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[{ label: 'Jouw account', href: routes.account() }]}>
      <PageTitle size="calm">Verander je naam</PageTitle>
      <RenameForm action={renameAction} name={organiser.name} />
    </AdminPage>
  )
}
