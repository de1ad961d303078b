import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { getCurrentOrganiser } from '@/lib/organisers/current-organiser'
import { safeReturnPath } from '@/lib/organisers/login-redirect'
import { isMicrosoftLoginEnabled } from '@/lib/organisers/microsoft/provider'
import { LoginFlash } from './_components/login-flash'
import { LoginForm } from './_components/login-form'
import { MicrosoftLoginForm } from './_components/microsoft-login-form'
import { logInAction, logInWithMicrosoftAction } from './actions'

export default async function LoginPage({ searchParams }: PageProps<'/beheer/inloggen'>) {
  const query = await searchParams
  const returnPath = safeReturnPath(query.naar)
  if (await getCurrentOrganiser()) redirect(returnPath)
  return (
    <LoggedOutPage>
      <LoginForm action={logInAction} returnPath={returnPath}>
        <LoginFlash query={query} />
      </LoginForm>
      {isMicrosoftLoginEnabled() ? (
        <MicrosoftLoginForm action={logInWithMicrosoftAction} returnPath={returnPath} />
      ) : null}
    </LoggedOutPage>
  )
}
