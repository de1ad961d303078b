import { Link } from '@utrecht/component-library-react'
import type { Flash } from '@/app/beheer/_components/form/form-state'
import { FormError } from '@/components/form/form-error'
import { FormStatus } from '@/components/form/form-status'
import { routes } from '@/lib/platform/routes'

/** Messages of the login page by query parameter. The first parameter that is set counts. */
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

/** Explains why the visitor is on the login page. Renders nothing without a reason. */
export function LoginFlash({ query }: { query: Record<string, unknown> }) {
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
