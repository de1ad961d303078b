import { Button, Link } from '@utrecht/component-library-react'
import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { LoginForm } from '@/app/beheer/inloggen/_components/login-form'
import styles from '@/app/beheer/inloggen/_components/microsoft-login-form.module.css'
import { logInAction, logInWithMicrosoftAction } from '@/app/beheer/inloggen/actions'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { getCurrentOrganiser } from '@/lib/organisers/current-organiser'
import { isMicrosoftLoginEnabled } from '@/lib/organisers/microsoft/provider'
import { safeReturnPath } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'

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
        <form action={logInWithMicrosoftAction} className={styles.other}>
          <input type="hidden" name="naar" value={returnPath} />
          <Button type="submit" appearance="secondary-action-button">
            Inloggen met Microsoft
          </Button>
        </form>
      ) : null}
    </LoggedOutPage>
  )
}

/** Reasons to come to the login page, by query parameter. The first parameter that is set counts. */
const flashes: Record<string, Flash & { isError?: boolean }> = {
  microsoft: {
    isError: true,
    title: 'Inloggen met Microsoft lukte niet.',
    text: (
      <>
        Dat kan alleen met het adres waarmee je organisator bent of bent uitgenodigd. Is je uitnodiging ouder dan 48
        uur? Vraag een beheerder om een nieuwe. Of <Link href={routes.login()}>log in met je wachtwoord</Link>.
      </>
    ),
  },
  opnieuw: {
    isError: true,
    title: 'Log opnieuw in.',
    text: 'Het duurde te lang tot er een code kwam. Vul je wachtwoord nog een keer in.',
  },
  wachtwoord: { title: 'Je nieuwe wachtwoord is bewaard.', text: 'Log er nu mee in.' },
  uitgelogd: { title: 'Je bent uitgelogd.' },
}

/** Explains why the visitor is on the login page. Empty without a reason. */
function LoginFlash({ query }: { query: Record<string, unknown> }) {
  const name = Object.keys(flashes).find((each) => query[each])
  const flash = name && flashes[name]
  if (!flash) return null
  const Message = flash.isError ? FormError : FormStatus
  return (
    <Message title={flash.title} submission={name}>
      {flash.text}
    </Message>
  )
}
