import { Button, Link, Paragraph } from '@utrecht/component-library-react'
import { redirect } from 'next/navigation'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import submitStyles from '@/app/beheer/_components/submit-row.module.css'
import styles from '@/app/beheer/inloggen/_components/microsoft-login-form.module.css'
import { logInAction, logInWithMicrosoftAction } from '@/app/beheer/inloggen/actions'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { ButtonForm } from '@/components/form/submission/button-form'
import { PageTitle } from '@/components/ui/page/page-title'
import { getCurrentOrganiser, wasLoggedIn } from '@/lib/organisers/current-organiser'
import { safeReturnPath } from '@/lib/organisers/login-path'
import { isMicrosoftLoginEnabled } from '@/lib/organisers/microsoft/provider'
import { siteUrl } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'

export default async function LoginPage({ searchParams }: PageProps<'/beheer/inloggen'>) {
  const query = await searchParams
  const returnPath = safeReturnPath(query.naar)
  if (await getCurrentOrganiser()) redirect(returnPath)
  return (
    <LoggedOutPage>
      <PageTitle size="calm">Inloggen</PageTitle>
      <OrganiserForm
        action={logInAction}
        title="Inloggen"
        flash={<LoginFlash query={{ ...query, beeindigd: query.naar && (await wasLoggedIn()) }} />}
        values={{ email: '' }}
        fields={[
          { name: 'email', type: 'email', label: 'E-mailadres', autoComplete: 'username' },
          { name: 'password', type: 'password', label: 'Wachtwoord', autoComplete: 'current-password' },
        ]}
        submitLabel="Inloggen"
      >
        <input type="hidden" name="naar" value={returnPath} />
      </OrganiserForm>
      <Paragraph className={submitStyles.after}>
        <Link href={routes.forgotPassword()}>Wachtwoord vergeten?</Link>
      </Paragraph>
      {isMicrosoftLoginEnabled() ? (
        <ButtonForm action={logInWithMicrosoftAction} className={styles.other}>
          <input type="hidden" name="naar" value={returnPath} />
          <Button type="submit" appearance="secondary-action-button">
            Inloggen met Microsoft
          </Button>
        </ButtonForm>
      ) : null}
    </LoggedOutPage>
  )
}

/**
 * Maps each query parameter of the log-in page to the message above its form. If the URL sets several of these
 * parameters, the page shows the message that comes first here.
 */
const flashes: Record<string, Flash & { isError?: boolean }> = {
  ingelogd: {
    isError: true,
    title: 'Je wachtwoord klopt, maar je browser onthoudt niet dat je bent ingelogd.',
    text: (
      <>
        Log in op <LoginAddress />. Ben je daar al? Zet dan cookies aan voor deze site.
      </>
    ),
  },
  microsoft: {
    isError: true,
    title: 'Inloggen met Microsoft lukte niet.',
    text: (
      <>
        Dat kan alleen met het adres waarmee je organisator bent of bent uitgenodigd. Is je uitnodiging ouder dan 48
        uur? Vraag een beheerder om een nieuwe. Of <Link href={routes.login()}>log in met je wachtwoord</Link>. Open de
        site daarvoor op <LoginAddress />.
      </>
    ),
  },
  opnieuw: {
    isError: true,
    title: 'Log opnieuw in.',
    text: (
      <>
        Het duurde te lang tot er een code kwam, of je browser bewaart geen cookies van deze site. Vul je wachtwoord nog
        een keer in, op <LoginAddress />.
      </>
    ),
  },
  wachtwoord: { title: 'Je nieuwe wachtwoord is bewaard.', text: 'Log er nu mee in.' },
  uitgelogd: { title: 'Je bent uitgelogd.' },
  overal: { title: 'Je bent overal uitgelogd.', text: 'Vertrouw je het niet? Kies dan ook een nieuw wachtwoord.' },
  beeindigd: { title: 'Je was uitgelogd.', text: 'Log opnieuw in. Dan ga je verder waar je was.' },
}

/**
 * Shows a link to the log-in page at the configured address of the site, as log-in cookies may not work at another
 * address.
 */
function LoginAddress() {
  const address = `${siteUrl()}${routes.login()}`
  return <Link href={address}>{address}</Link>
}

/** Shows the message that the query of the log-in page asks for. Renders nothing without one. */
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
