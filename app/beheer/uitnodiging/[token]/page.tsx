import { Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { DeadLink } from '@/components/organiser/dead-link'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { PasswordForm } from '@/components/organiser/password-form'
import { getInvitation } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { acceptInvitationAction } from './actions'

// The address is somebody's key: see the page to take part.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: sending the form is what counts. */
export default async function InvitationPage({ params }: PageProps<'/beheer/uitnodiging/[token]'>) {
  const { token } = await params
  const invited = await getInvitation(token, clock.now())
  return (
    <DeskFrame>
      <Page width="reading">
        {invited ? (
          <PasswordForm
            action={acceptInvitationAction.bind(null, token)}
            title="Maak je account"
            email={invited.email}
            also={{ ask: 'name', name: invited.name }}
            button="Account maken"
          >
            <PageTitle size="calm">Maak je account</PageTitle>
            <Paragraph>
              Je logt straks in met <strong>{invited.email}</strong> en het wachtwoord dat je hier kiest.
            </Paragraph>
          </PasswordForm>
        ) : (
          <DeadLink of="invitation" />
        )}
      </Page>
    </DeskFrame>
  )
}
