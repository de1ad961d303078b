import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import type { listRegistrationBursts } from '@/lib/registrations/queries'

/**
 * Warns per session of unusually many sign-ups in the last hour. Somebody may be abusing the form, since each sign-up
 * sends a mail to an unconfirmed address.
 */
export function RegistrationBurstCallouts({ bursts }: { bursts: Awaited<ReturnType<typeof listRegistrationBursts>> }) {
  return bursts.map(({ sessionId, title, count }) => (
    <Callout
      key={sessionId}
      tone="alarm"
      title={`Er kwamen ${count.toLocaleString('nl-NL')} aanmeldingen binnen in het laatste uur.`}
    >
      Het gaat om {title}. Klopt dat, bijvoorbeeld door een nieuwsbrief? Dan hoef je niets te doen. Verwachtte je dit
      niet? <Link href={routes.registrations(sessionId)}>Kijk of het echte aanmeldingen zijn</Link>. Misbruikt iemand
      het formulier? Haal de pagina dan tijdelijk weg, en laat de beheerder van de site SIGNUP_LIMIT_PER_IP verlagen.
    </Callout>
  ))
}
