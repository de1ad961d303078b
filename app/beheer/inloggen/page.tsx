import { Button } from '@utrecht/component-library-react'
import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { LoginFlash } from '@/app/beheer/inloggen/_components/login-flash'
import { LoginForm } from '@/app/beheer/inloggen/_components/login-form'
import styles from '@/app/beheer/inloggen/_components/microsoft-login-form.module.css'
import { logInAction, logInWithMicrosoftAction } from '@/app/beheer/inloggen/actions'
import { getCurrentOrganiser } from '@/lib/organisers/current-organiser'
import { isMicrosoftLoginEnabled } from '@/lib/organisers/microsoft/provider'
import { safeReturnPath } from '@/lib/organisers/rules'

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

/** Logs in with an account of the organisation at Microsoft. `action` brings people there. */
function MicrosoftLoginForm({ action, returnPath }: { action: (form: FormData) => Promise<void>; returnPath: string }) {
  return (
    <form action={action} className={styles.other}>
      <input type="hidden" name="naar" value={returnPath} />
      <Button type="submit" appearance="secondary-action-button">
        Inloggen met Microsoft
      </Button>
    </form>
  )
}
