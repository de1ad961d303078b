import { Link } from '@utrecht/component-library-react'
import { Outcome } from '@/components/form/outcome'
import { Refused } from '@/components/form/refused'
import { routes } from '@/lib/platform/routes'

/** What somebody comes to the log-in page with, as its address says; each of one kind. */
export type LoginNewsKind = 'logged-out' | 'password-chosen' | 'again' | 'microsoft'

/** Why somebody is at the log-in page (again). */
export function LoginNews({ kind }: { kind: LoginNewsKind }) {
  switch (kind) {
    case 'logged-out':
      return <Outcome lead="Je bent uitgelogd." sending={kind} />
    case 'password-chosen':
      return (
        <Outcome lead="Je nieuwe wachtwoord is bewaard." sending={kind}>
          Log er nu mee in.
        </Outcome>
      )
    case 'again':
      return (
        <Refused lead="Log opnieuw in." sending={kind}>
          Het duurde te lang tot er een code kwam. Vul je wachtwoord nog een keer in.
        </Refused>
      )
    case 'microsoft':
      return (
        <Refused lead="Inloggen met Microsoft lukte niet." sending={kind}>
          Dat kan alleen met het adres waarmee je organisator bent of bent uitgenodigd. Is je uitnodiging ouder dan 48
          uur? Vraag een beheerder om een nieuwe. Of <Link href={routes.login()}>log in met je wachtwoord</Link>.
        </Refused>
      )
  }
}
