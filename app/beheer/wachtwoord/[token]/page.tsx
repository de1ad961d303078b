import { Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { deadLink } from '@/app/beheer/_components/organiser/organiser-copy'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { AccountOfPassword, newPasswordField } from '@/app/beheer/_components/organiser/password-fields'
import { newPasswordAction } from '@/app/beheer/wachtwoord-vergeten/actions'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

// The URL holds a personal token: it must not be indexed or leak as a referrer.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Shows the form that sets a new password. Opening the link changes nothing, because mail scanners open links. */
export default async function NewPasswordPage({ params }: PageProps<'/beheer/wachtwoord/[token]'>) {
  const { token } = await params
  const resetLink = await findLinkOwner('passwordReset', token, clock.now())
  return (
    <LoggedOutPage>
      {resetLink ? (
        <>
          <PageTitle size="calm">Kies een nieuw wachtwoord</PageTitle>
          <OrganiserForm
            action={newPasswordAction.bind(null, token)}
            title="Kies een nieuw wachtwoord"
            fields={[newPasswordField('Nieuw wachtwoord')]}
            refusals={{ 'dead-link': deadLink }}
            submitLabel="Bewaar het wachtwoord"
          >
            <AccountOfPassword email={resetLink.email} />
          </OrganiserForm>
        </>
      ) : (
        <InvalidLink>
          <Flow>
            <Paragraph>Hij was te oud of is al gebruikt.</Paragraph>
            <Paragraph>
              <Link href={routes.forgotPassword()}>Vraag een nieuwe link</Link>
            </Paragraph>
          </Flow>
        </InvalidLink>
      )}
    </LoggedOutPage>
  )
}
