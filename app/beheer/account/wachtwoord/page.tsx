import { DeskPage } from '@/app/beheer/desk-page'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { PasswordForm } from '@/components/organiser/password-form'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { changePasswordAction } from './actions'

export default async function PasswordPage() {
  const organiser = await requireOrganiser(routes.accountPassword())
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <PasswordForm
          action={changePasswordAction}
          title="Verander je wachtwoord"
          email={organiser.email}
          also={{ ask: 'current' }}
          button="Bewaar het wachtwoord"
        >
          <Trail links={[{ label: 'Jouw account', href: routes.account() }]} />
          <PageTitle size="calm">Verander je wachtwoord</PageTitle>
        </PasswordForm>
      </Page>
    </DeskPage>
  )
}
