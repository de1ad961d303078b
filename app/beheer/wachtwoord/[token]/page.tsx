import type { Metadata } from 'next'
import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { DeadLink } from '@/components/organiser/dead-link'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { PasswordForm } from '@/components/organiser/password-form'
import { getNewPasswordLink } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { newPasswordAction } from './actions'

// The address is somebody's key: see the page to take part.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: sending the form is what counts. */
export default async function NewPasswordPage({ params }: PageProps<'/beheer/wachtwoord/[token]'>) {
  const { token } = await params
  const found = await getNewPasswordLink(token, clock.now())
  return (
    <DeskFrame>
      <Page width="reading">
        {found ? (
          <PasswordForm
            action={newPasswordAction.bind(null, token)}
            title="Kies een nieuw wachtwoord"
            email={found.email}
            button="Bewaar het wachtwoord"
          >
            <PageTitle size="calm">Kies een nieuw wachtwoord</PageTitle>
          </PasswordForm>
        ) : (
          <DeadLink of="password" />
        )}
      </Page>
    </DeskFrame>
  )
}
