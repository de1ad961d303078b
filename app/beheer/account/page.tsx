import { AdminPage } from '@/app/beheer/_components/admin-page'
import { accountFlash } from '@/app/beheer/_components/organiser/organiser-copy'
import { flashFor } from '@/app/beheer/_lib/params'
import { FormStatus } from '@/components/form/form-status'
import { PageTitle } from '@/components/ui/page/page-title'
import { hasPassword } from '@/lib/organisers/auth-adapter'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { AccountDetails } from './_components/account-details'

export default async function AccountPage({ searchParams }: PageProps<'/beheer/account'>) {
  const organiser = await requireOrganiser(routes.account())
  const { gelukt } = await searchParams
  const flash = flashFor(accountFlash, gelukt)
  return (
    <AdminPage organiser={organiser} title="Jouw account" width="reading">
      {flash ? (
        <FormStatus title={flash.title} submission={gelukt}>
          {flash.text}
        </FormStatus>
      ) : null}
      <PageTitle size="calm">Jouw account</PageTitle>
      <AccountDetails organiser={organiser} hasPassword={await hasPassword(organiser.id)} />
    </AdminPage>
  )
}
