import { Link, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'

type Props = { token: string; session: Contact & { title: string }; status: OwnStatus }

/** Why another address is of no use any more. */
export function EmailChangeUnavailable({ token, session, status }: Props) {
  const isCancelled = status === 'cancelled'
  return (
    <Flow>
      <title>Wijzigen kan niet meer - Aanschuif</title>
      <PageTitle size="calm" eyebrow={session.title}>
        Ander e-mailadres
      </PageTitle>
      <Callout title="Wijzigen kan niet meer.">
        {isCancelled
          ? 'Je bent afgemeld, en krijgt geen mail meer over deze kennissessie. Meld je je opnieuw aan, dan kan dat met een ander adres.'
          : 'Deze kennissessie gaat niet door. Je krijgt er geen mail meer over.'}
      </Callout>
      <Paragraph>
        <Link href={routes.selfService(token)}>Naar je aanmelding</Link>
      </Paragraph>
      <ContactPrompt question="Heb je een vraag?" contact={session} />
    </Flow>
  )
}
