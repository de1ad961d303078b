import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { RenameForm } from '@/components/organiser/rename-form'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { renameAction } from './actions'

export default async function RenamePage() {
  const organiser = await requireOrganiser(routes.accountName())
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={[{ label: 'Jouw account', href: routes.account() }]} />
        <PageTitle size="calm">Verander je naam</PageTitle>
        <RenameForm action={renameAction} name={organiser.name} />
      </Page>
    </DeskPage>
  )
}
