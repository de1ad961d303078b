import type { Metadata } from 'next'
import { AdminFrame } from '@/app/beheer/_components/admin-frame'
import { InvalidLink } from '@/app/beheer/_components/organiser/invalid-link'
import { PasswordForm } from '@/app/beheer/_components/organiser/password-form'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { getPasswordResetLink } from '@/lib/organisers/queries'
import { clock } from '@/lib/platform/clock'
import { newPasswordAction } from './actions'

// The address is somebody's key: see the page to take part.
export const metadata: Metadata = { robots: { index: false, follow: false }, referrer: 'strict-origin' }

/** Only looks: sending the form is what counts. */
export default async function NewPasswordPage({ params }: PageProps<'/beheer/wachtwoord/[token]'>) {
  const { token } = await params
  const resetLink = await getPasswordResetLink(token, clock.now())
  return (
    <AdminFrame>
      <Page width="reading">
        {resetLink ? (
          <PasswordForm
            action={newPasswordAction.bind(null, token)}
            title="Kies een nieuw wachtwoord"
            email={resetLink.email}
            submitLabel="Bewaar het wachtwoord"
          >
            <PageTitle size="calm">Kies een nieuw wachtwoord</PageTitle>
          </PasswordForm>
        ) : (
          <InvalidLink kind="password" />
        )}
      </Page>
    </AdminFrame>
  )
}
