import { Paragraph } from '@utrecht/component-library-react'
import { describeRetentionByCategory } from '@/components/privacy/retention-copy'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { Disclosure } from '@/components/ui/disclosure'
import { Flow } from '@/components/ui/page/flow'
import { ItemList } from '@/components/ui/text/item-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import type { RetentionPeriods } from '@/lib/privacy/rules'

type Props = { session: Contact & { organisedBy: string }; periods: RetentionPeriods }

/** Shows what a registration's data are used for, how long they are kept, and whom to mail with questions about them. */
export function RegistrationPrivacy({ session, periods }: Props) {
  return (
    <Flow>
      <Disclosure summary="Wat doen we met je gegevens?">
        <Paragraph>
          We gebruiken wat je invult om deze kennissessie te maken en om je erover te mailen. Alleen de organisatoren
          van {session.organisedBy} zien je naam en je adres. In de sessie noemen we vragen en gemeenten, geen namen.
        </Paragraph>
        <ItemList items={describeRetentionByCategory(periods)} />
        <LinkParagraph href={routes.privacy()}>Lees alles over privacy</LinkParagraph>
      </Disclosure>
      <ContactPrompt question="Kom je er niet uit?" contact={session} />
    </Flow>
  )
}
