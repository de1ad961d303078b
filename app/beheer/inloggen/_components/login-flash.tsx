import { Link } from '@utrecht/component-library-react'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'

/** What somebody comes to the log-in page with, as its address says; each of one kind. */
export type LoginFlashKind = 'logged-out' | 'password-chosen' | 'code-expired' | 'microsoft'

/** Why somebody is at the log-in page (again). */
export function LoginFlash({ kind }: { kind: LoginFlashKind }) {
  switch (kind) {
    case 'logged-out':
      return <FormStatus title="Je bent uitgelogd." submission={kind} />
    case 'password-chosen':
      return (
        <FormStatus title="Je nieuwe wachtwoord is bewaard." submission={kind}>
          Log er nu mee in.
        </FormStatus>
      )
    case 'code-expired':
      return (
        <FormError title="Log opnieuw in." submission={kind}>
          Het duurde te lang tot er een code kwam. Vul je wachtwoord nog een keer in.
        </FormError>
      )
    case 'microsoft':
      return (
        <FormError title="Inloggen met Microsoft lukte niet." submission={kind}>
          Dat kan alleen met het adres waarmee je organisator bent of bent uitgenodigd. Is je uitnodiging ouder dan 48
          uur? Vraag een beheerder om een nieuwe. Of <Link href={routes.login()}>log in met je wachtwoord</Link>.
        </FormError>
      )
  }
}
