import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { roleHints, roleLabels } from '@/app/beheer/_components/organiser/organiser-copy'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { flashFor } from '@/app/beheer/_lib/params'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DescriptionList } from '@/components/ui/text/description-list'
import { hasPassword } from '@/lib/organisers/auth'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { listLogins } from '@/lib/organisers/logins'
import { clock } from '@/lib/platform/clock'
import { type AccountFlash, routes } from '@/lib/platform/routes'
import { LoginList } from './_components/login-list'
import { logOutEverywhereAction } from './actions'

const flashes: Record<AccountFlash, Flash> = {
  name: { title: 'Je naam is veranderd.' },
  password: {
    title: 'Je wachtwoord is veranderd.',
    text: 'Overal elders waar je was ingelogd, ben je nu uitgelogd. Je krijgt er een mail over.',
  },
  'two-step-off': { title: 'Inloggen in twee stappen staat uit.', text: 'Je krijgt er een mail over.' },
}

export default async function AccountPage({ searchParams }: PageProps<'/beheer/account'>) {
  const organiser = await requireOrganiser(routes.account())
  const { id, name, email, role, twoFactorEnabled, loginId } = organiser
  const { gelukt } = await searchParams
  const items = [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: 'Rol', detail: `${roleLabels[role]}: ${roleHints[role]}` },
  ]
  return (
    <AdminPage organiser={organiser} width="reading">
      <FormFeedback pageTitle="Jouw account" success={flashFor(flashes, gelukt)} submission={gelukt} />
      <PageTitle size="calm">Jouw account</PageTitle>
      <Flow>
        <DescriptionList layout="rows" items={items} />
        <Paragraph>
          <Link href={routes.accountName()}>Verander je naam</Link>
        </Paragraph>
        <Heading level={2}>Wachtwoord</Heading>
        <Paragraph>
          {(await hasPassword(id)) ? (
            <Link href={routes.accountPassword()}>Verander je wachtwoord</Link>
          ) : (
            <>
              Je logt in met Microsoft en hebt hier geen wachtwoord.{' '}
              <Link href={routes.forgotPassword()}>Kies er een via je mail</Link>
            </>
          )}
        </Paragraph>
        <Heading level={2}>Inloggen in twee stappen</Heading>
        <Paragraph>
          {twoFactorEnabled
            ? 'Dit staat aan. Na je wachtwoord geef je een code uit je app.'
            : 'Dit staat uit. Met twee stappen is je wachtwoord alleen niet genoeg: je geeft ook een code uit een app op je telefoon.'}
        </Paragraph>
        <Paragraph>
          <Link href={routes.twoFactor()}>
            {twoFactorEnabled ? 'Nieuwe herstelcodes, of uitzetten' : 'Zet twee stappen aan'}
          </Link>
        </Paragraph>
        <Heading level={2}>Waar je bent ingelogd</Heading>
        <LoginList logins={await listLogins(id, clock.now())} currentId={loginId} />
        <Paragraph>Zie je een browser die je niet kent? Log overal uit, en kies een nieuw wachtwoord.</Paragraph>
        <OrganiserForm action={logOutEverywhereAction} title={null} fields={[]} submitLabel="Overal uitloggen" />
      </Flow>
    </AdminPage>
  )
}
