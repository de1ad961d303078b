import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'

type Props = { token: string; session: Contact & { title: string }; standing: OwnStanding }

/** Why another address is of no use any more. */
export function NothingToChange({ token, session, standing }: Props) {
  const cancelled = standing === 'cancelled'
  return (
    <Flow>
      <title>Wijzigen kan niet meer - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Ander e-mailadres
      </PageTitle>
      <Note lead="Wijzigen kan niet meer.">
        {cancelled
          ? 'Je bent afgemeld, en krijgt geen mail meer over deze kennissessie. Meld je je opnieuw aan, dan kan dat met een ander adres.'
          : 'Deze kennissessie gaat niet door. Je krijgt er geen mail meer over.'}
      </Note>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Naar je aanmelding</Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={session} />
    </Flow>
  )
}
