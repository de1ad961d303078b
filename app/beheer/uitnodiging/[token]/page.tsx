import { Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { AdminFrame } from '@/app/beheer/_components/admin-frame'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { PasswordForm } from '@/app/beheer/_components/organiser/password-form'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { getInvitation } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { acceptInvitationAction } from './actions'

// The address is somebody's key: see the page to take part.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: sending the form is what counts. */
export default async function InvitationPage({ params }: PageProps<'/beheer/uitnodiging/[token]'>) {
  const { token } = await params
  const invitation = await getInvitation(token, clock.now())
  return (
    <AdminFrame>
      <Page width="reading">
        {invitation ? (
          <PasswordForm
            action={acceptInvitationAction.bind(null, token)}
            title="Maak je account"
            email={invitation.email}
            extraField={{ ask: 'name', name: invitation.name }}
            submitLabel="Account maken"
          >
            <PageTitle size="calm">Maak je account</PageTitle>
            <Paragraph>
              Je logt straks in met <strong>{invitation.email}</strong> en het wachtwoord dat je hier kiest.
            </Paragraph>
          </PasswordForm>
        ) : (
          <InvalidLink kind="invitation" />
        )}
      </Page>
    </AdminFrame>
  )
}
