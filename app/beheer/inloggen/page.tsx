import { redirect } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { LoginForm } from '@/components/organiser/login-form'
import { LoginNews, type LoginNewsKind } from '@/components/organiser/login-news'
import { MicrosoftForm } from '@/components/organiser/microsoft-form'
import { currentOrganiser } from '@/lib/organisers/current'
import { hasMicrosoft } from '@/lib/organisers/microsoft-provider'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { logInAction, logInWithMicrosoftAction } from './actions'

export default async function LoginPage({ searchParams }: PageProps<'/beheer/inloggen'>) {
  const { naar, ...told } = await searchParams
  const after = pageAfterLogin(naar)
  if (await currentOrganiser()) redirect(after)
  const news = newsIn(told)
  return (
    <DeskFrame>
      <Page width="reading">
        <LoginForm action={logInAction} after={after}>
          {news ? <LoginNews kind={news} /> : null}
        </LoginForm>
        {hasMicrosoft() ? <MicrosoftForm action={logInWithMicrosoftAction} after={after} /> : null}
      </Page>
    </DeskFrame>
  )
}

function newsIn({ uitgelogd, wachtwoord, opnieuw, microsoft }: Record<string, unknown>): LoginNewsKind | null {
  if (microsoft) return 'microsoft'
  if (opnieuw) return 'again'
  if (wachtwoord) return 'password-chosen'
  return uitgelogd ? 'logged-out' : null
}
