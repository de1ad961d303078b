import { AdminPage } from '@/app/beheer/_components/admin-page'
import { PasswordForm } from '@/app/beheer/_components/organiser/password-form'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { changePasswordAction } from './actions'

export default async function PasswordPage() {
  const organiser = await requireOrganiser(routes.accountPassword())
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[{ label: 'Jouw account', href: routes.account() }]}>
      <PageTitle size="calm">Verander je wachtwoord</PageTitle>
      <PasswordForm
        action={changePasswordAction}
        title="Verander je wachtwoord"
        email={organiser.email}
        asksCurrent
        submitLabel="Bewaar het wachtwoord"
      />
    </AdminPage>
  )
}
