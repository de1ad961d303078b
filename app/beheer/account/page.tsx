import { AdminPage } from '@/app/beheer/_components/admin-page'
import { accountFlash } from '@/app/beheer/_components/organiser/organiser-copy'
import { FormStatus } from '@/components/form/form-status'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { hasPassword } from '@/lib/organisers/queries'
import { type AccountFlash, routes } from '@/lib/platform/routes'
import { AccountDetails } from './_components/account-details'

export default async function AccountPage({ searchParams }: PageProps<'/beheer/account'>) {
  const organiser = await requireOrganiser(routes.account())
  const { gelukt } = await searchParams
  const hasFlash = typeof gelukt === 'string' && Object.hasOwn(accountFlash, gelukt)
  const flash = hasFlash ? accountFlash[gelukt as AccountFlash] : null
  return (
    <AdminPage organiser={organiser}>
      <title>Jouw account - Aanschuif beheer</title>
      <Page width="reading">
        {flash ? (
          <FormStatus title={flash.title} submission={gelukt}>
            {flash.text}
          </FormStatus>
        ) : null}
        <PageTitle size="calm">Jouw account</PageTitle>
        <AccountDetails organiser={organiser} hasPassword={await hasPassword(organiser.id)} />
      </Page>
    </AdminPage>
  )
}
