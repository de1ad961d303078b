import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { safeReturnPath } from '@/lib/organisers/rules'
import { findChallengedOrganiser } from '@/lib/organisers/two-factor/challenge'
import { routes } from '@/lib/platform/routes'
import { LoginCodeForm } from './_components/login-code-form'
import { logInWithCodeAction } from './actions'

export default async function LoginCodePage({ searchParams }: PageProps<'/beheer/inloggen/code'>) {
  const { naar } = await searchParams
  if (!(await findChallengedOrganiser(await headers()))) redirect(routes.login())
  return (
    <LoggedOutPage>
      <LoginCodeForm action={logInWithCodeAction} returnPath={safeReturnPath(naar)} />
    </LoggedOutPage>
  )
}
