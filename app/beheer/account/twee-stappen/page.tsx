import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import { hasPassword } from '@/lib/organisers/auth'
import { isTwoFactorRequired, requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { TwoFactorForm } from './_components/two-factor-form'
import { twoFactorAction } from './actions'

export default async function TwoFactorPage() {
  const organiser = await requireOrganiser(routes.twoFactor())
  const mustSetUpFirst = isTwoFactorRequired() && !organiser.twoFactorEnabled
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={[{ label: 'Jouw account', href: routes.account() }]}>
      <PageTitle size="calm">Inloggen in twee stappen</PageTitle>
      {mustSetUpFirst ? (
        <Callout title="Stel dit eerst in.">Hier moet iedereen inloggen in twee stappen. Daarna kun je verder.</Callout>
      ) : null}
      <TwoFactorForm
        action={twoFactorAction}
        isOn={organiser.twoFactorEnabled}
        required={isTwoFactorRequired()}
        email={organiser.email}
        hasPassword={await hasPassword(organiser.id)}
      />
    </AdminPage>
  )
}
