import { Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { PasswordForm } from '@/app/beheer/_components/organiser/password-form'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { acceptInvitationAction } from './actions'

// The URL holds a personal token: it must not be indexed or leak as a referrer.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Opening the link changes nothing; the form accepts the invitation. */
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
          <PasswordForm
            action={acceptInvitationAction.bind(null, token)}
            title="Maak je account"
            email={invitation.email}
            name={invitation.name}
            submitLabel="Account maken"
          />
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
