import { redirect } from 'next/navigation'
import { Outcome } from '@/components/form/outcome'
import { Page } from '@/components/layout/page'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { LoginForm } from '@/components/organiser/login-form'
import { currentOrganiser } from '@/lib/organisers/current'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { logInAction } from './actions'

export default async function LoginPage({ searchParams }: PageProps<'/beheer/inloggen'>) {
  const { naar, uitgelogd } = await searchParams
  const after = pageAfterLogin(naar)
  if (await currentOrganiser()) redirect(after)
  return (
    <DeskFrame>
      <Page width="reading">
        <LoginForm action={logInAction} after={after}>
          {uitgelogd ? <Outcome lead="Je bent uitgelogd." sending={uitgelogd} /> : null}
        </LoginForm>
      </Page>
    </DeskFrame>
  )
}
