import { Link, Paragraph } from '@utrecht/component-library-react'
import { LoggedOutPage } from '@/app/beheer/_components/admin-page'
import { OrganiserForm } from '@/app/beheer/_components/organiser/organiser-form'
import styles from '@/app/beheer/_components/submit-row.module.css'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { forgotPasswordAction } from './actions'

const tooManyRequests = {
  title: 'Wacht even.',
  text: 'Er is een paar keer om een link gevraagd. Elke link die al is gemaild, werkt één uur: kijk in je mail, ook bij ongewenste mail. Niets gevonden? Probeer het over een uur opnieuw.',
}
const linkRequested = {
  title: 'Kijk in je mail.',
  text: 'Hoort dit adres bij een organisator? Dan is er een mail onderweg met een link. Die werkt één uur. Niets gekregen? Kijk bij ongewenste mail, of vraag het een beheerder.',
}

export default function ForgotPasswordPage() {
  return (
    <LoggedOutPage>
      <PageTitle size="calm">Wachtwoord vergeten?</PageTitle>
      <Paragraph>Vul je e-mailadres in. Je krijgt een mail met een link om een nieuw wachtwoord te kiezen.</Paragraph>
      <OrganiserForm
        action={forgotPasswordAction}
        title="Wachtwoord vergeten"
        values={{ email: '' }}
        fields={[{ name: 'email', type: 'email', label: 'E-mailadres', autoComplete: 'username' }]}
        refusals={{ wait: tooManyRequests }}
        success={linkRequested}
        submitLabel="Stuur me een link"
      />
      <Paragraph className={styles.after}>
        <Link href={routes.login()}>Terug naar inloggen</Link>
      </Paragraph>
    </LoggedOutPage>
  )
}
