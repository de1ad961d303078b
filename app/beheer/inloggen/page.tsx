import { redirect } from 'next/navigation'
import { AdminFrame } from '@/app/beheer/_components/admin-frame'
import { Page } from '@/components/ui/page/page'
import { getCurrentOrganiser } from '@/lib/organisers/current-organiser'
import { safeReturnPath } from '@/lib/organisers/login-redirect'
import { isMicrosoftLoginEnabled } from '@/lib/organisers/microsoft/provider'
import { LoginFlash, type LoginFlashKind } from './_components/login-flash'
import { LoginForm } from './_components/login-form'
import { MicrosoftLoginForm } from './_components/microsoft-login-form'
import { logInAction, logInWithMicrosoftAction } from './actions'

export default async function LoginPage({ searchParams }: PageProps<'/beheer/inloggen'>) {
  const { naar, ...flashParams } = await searchParams
  const returnPath = safeReturnPath(naar)
  if (await getCurrentOrganiser()) redirect(returnPath)
  const flashKind = flashKindFrom(flashParams)
  return (
    <AdminFrame>
      <Page width="reading">
        <LoginForm action={logInAction} returnPath={returnPath}>
          {flashKind ? <LoginFlash kind={flashKind} /> : null}
        </LoginForm>
        {isMicrosoftLoginEnabled() ? (
          <MicrosoftLoginForm action={logInWithMicrosoftAction} returnPath={returnPath} />
        ) : null}
      </Page>
    </AdminFrame>
  )
}

function flashKindFrom({ uitgelogd, wachtwoord, opnieuw, microsoft }: Record<string, unknown>): LoginFlashKind | null {
  if (microsoft) return 'microsoft'
  if (opnieuw) return 'code-expired'
  if (wachtwoord) return 'password-chosen'
  return uitgelogd ? 'logged-out' : null
}
