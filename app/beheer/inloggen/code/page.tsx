import { Link, Paragraph } from '@utrecht/component-library-react'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { PageTitle } from '@/components/ui/page/page-title'
import { findChallengedOrganiser } from '@/lib/organisers/auth'
import { safeReturnPath } from '@/lib/organisers/login-path'
import { routes } from '@/lib/platform/routes'
import { logInWithCodeAction } from '../actions'

const codeField = {
  name: 'code',
  label: 'Code',
  hint: 'Zes cijfers. Heb je je telefoon niet bij je? Vul dan een van je herstelcodes in.',
  autoComplete: 'one-time-code',
  inputProps: { autoCapitalize: 'off', spellCheck: false },
}
const tooManyAttempts = {
  title: 'Wacht een kwartier en log dan opnieuw in.',
  text: 'Er is te vaak een verkeerde code ingevuld. Daarom gaat het nu even niet, ook niet met de goede code.',
}

/** Asks for a code of the authenticator app, as the second step of the login. */
export default async function LoginCodePage({ searchParams }: PageProps<'/beheer/inloggen/code'>) {
  const { naar } = await searchParams
  if (!(await findChallengedOrganiser(await headers()))) redirect(routes.loginAfterCodeTimeout())
  return (
    <LoggedOutPage>
      <PageTitle size="calm" eyebrow="Inloggen, stap 2 van 2">
        Geef de code uit je app
      </PageTitle>
      <OrganiserForm
        action={logInWithCodeAction}
        title="Inloggen, stap 2"
        fields={[codeField]}
        refusals={{ wait: tooManyAttempts }}
        submitLabel="Inloggen"
      >
        <input type="hidden" name="naar" value={safeReturnPath(naar)} />
      </OrganiserForm>
      <Paragraph className={styles.after}>
        Ook je herstelcodes kwijt? Een beheerder kan deze stap voor je uitzetten.{' '}
        <Link href={routes.login()}>Terug naar stap 1</Link>
      </Paragraph>
    </LoggedOutPage>
  )
}
