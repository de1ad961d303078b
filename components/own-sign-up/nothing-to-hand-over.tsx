import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import type { NothingToHandOver as Why } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import { handOverRefusals } from './hand-over-words'

type Props = { token: string; session: Contact & { title: string }; why: Why }

/** Why there is no place to hand over any more. */
export function NothingToHandOver({ token, session, why }: Props) {
  const { lead, text } = handOverRefusals[why]
  return (
    <Flow>
      <title>Doorgeven kan niet meer - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Je plek doorgeven
      </PageTitle>
      <Note lead={lead}>{text}</Note>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Naar je aanmelding</Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={session} />
    </Flow>
  )
}
