import { Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { deadLink } from '@/app/beheer/_components/organiser/organiser-copy'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import { AccountOfPassword, newPasswordField } from '@/app/beheer/_components/organiser/password-fields'
import { acceptInvitationAction } from '@/app/beheer/inloggen/actions'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

// The URL holds a personal token: it must not be indexed or leak as a referrer.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Shows the form that accepts an invitation. Opening the link changes nothing, because mail scanners open links. */
export default async function InvitationPage({ params }: PageProps<'/beheer/uitnodiging/[token]'>) {
  const { token } = await params
  const invitation = await findLinkOwner('invitation', token, clock.now())
  return (
    <LoggedOutPage>
      {invitation ? (
        <>
          <PageTitle size="calm">Maak je account</PageTitle>
          <Paragraph>
            Je logt straks in met <strong>{invitation.email}</strong> en het wachtwoord dat je hier kiest.
          </Paragraph>
          <OrganiserForm
            action={acceptInvitationAction.bind(null, token)}
            title="Maak je account"
            values={{ name: invitation.name }}
            fields={[{ name: 'name', label: 'Naam', autoComplete: 'name' }, newPasswordField('Wachtwoord')]}
            refusals={{ 'dead-link': deadLink }}
            submitLabel="Account maken"
          >
            <AccountOfPassword email={invitation.email} />
          </OrganiserForm>
        </>
      ) : (
        <InvalidLink>
          <Flow>
            <Paragraph>
              Hij was te oud, is al gebruikt of teruggetrokken. Vraag wie je uitnodigde om een nieuwe uitnodiging.
            </Paragraph>
            <Paragraph>
              Heb je al een account? <Link href={routes.login()}>Log dan in</Link>.
            </Paragraph>
          </Flow>
        </InvalidLink>
      )}
    </LoggedOutPage>
  )
}
