import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { CodeForm } from '@/components/organiser/code-form'
import { DeskFrame } from '@/components/organiser/desk-frame'
import { isChallenged } from '@/lib/organisers/login-code'
import { pageAfterLogin } from '@/lib/organisers/return-path'
import { routes } from '@/lib/platform/routes'
import { logInWithCodeAction } from './actions'

export default async function LoginCodePage({ searchParams }: PageProps<'/beheer/inloggen/code'>) {
  const { naar } = await searchParams
  if (!(await isChallenged(await headers()))) redirect(routes.login())
  return (
    <DeskFrame>
      <Page width="reading">
        <CodeForm action={logInWithCodeAction} after={pageAfterLogin(naar)} />
      </Page>
    </DeskFrame>
  )
}
