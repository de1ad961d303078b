import { Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'

/** How to report a problem: to the contact of the site or, if none is set, of the session. */
export function AccessibilityContact({ email }: { email: string | undefined }) {
  return (
    <>
      <Paragraph>
        {email ? (
          <>
            Mail dan naar <Link href={`mailto:${email}`}>{email}</Link>.
          </>
        ) : (
          <>
            Mail dan het contact van de kennissessie waar het om gaat. Dat staat op de pagina van{' '}
            <Link href={routes.home()}>elke kennissessie</Link>.
          </>
        )}{' '}
        Schrijf erbij om welke pagina het gaat, wat je wilde doen en welk hulpmiddel je gebruikt. Lukt het niet om je
        aan te melden? Schrijf dat er dan ook bij.
      </Paragraph>
      <Paragraph>
        Heb je tijdens de kennissessie iets nodig, zoals een schrijftolk of ondertiteling? Dat vul je in op het
        formulier.
      </Paragraph>
    </>
  )
}
