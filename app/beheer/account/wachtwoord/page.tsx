import { AdminPage } from '@/app/beheer/_components/admin-page'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { AccountOfPassword, newPasswordField } from '@/app/beheer/_components/organiser/password-fields'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { changePasswordAction } from '../actions'

const tooManyAttempts = {
  title: 'Probeer het over een kwartier opnieuw.',
  text: 'Je wachtwoord van nu is te vaak verkeerd ingevuld. Je wachtwoord is niet veranderd.',
}

export default async function PasswordPage() {
  const organiser = await requireOrganiser(routes.accountPassword())
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[{ label: 'Jouw account', href: routes.account() }]}>
      <PageTitle size="calm">Verander je wachtwoord</PageTitle>
      <OrganiserForm
        action={changePasswordAction}
        title="Verander je wachtwoord"
        fields={[
          { name: 'current', type: 'password', label: 'Wachtwoord van nu', autoComplete: 'current-password' },
          newPasswordField('Nieuw wachtwoord'),
        ]}
        refusals={{ wait: tooManyAttempts }}
        submitLabel="Bewaar het wachtwoord"
      >
        <AccountOfPassword email={organiser.email} />
      </OrganiserForm>
    </AdminPage>
  )
}
