import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { routes } from '@/lib/platform/routes'
import type { OwnStanding } from '@/lib/registrations/schema-own'

type Props = { token: string; session: Contact & { title: string }; standing: OwnStanding }

/** Why nothing of a sign-up can be changed any more. */
export function NothingToChange({ token, session, standing }: Props) {
  const cancelled = standing === 'cancelled'
  return (
    <Flow>
      <title>Wijzigen kan niet meer - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Je aanmelding wijzigen
      </PageTitle>
      <Note lead="Wijzigen kan niet meer.">
        {cancelled
          ? 'Je bent afgemeld. Meld je je opnieuw aan, dan vul je alles opnieuw in.'
          : 'Deze kennissessie gaat niet door.'}
      </Note>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Naar je aanmelding</Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={session} />
    </Flow>
  )
}
