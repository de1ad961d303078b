import { Link, Paragraph } from '@utrecht/component-library-react'
import { Why } from '@/components/form/why'
import { Flow } from '@/components/layout/flow'
import { ItemList } from '@/components/layout/item-list'
import { keptInWords } from '@/components/privacy/kept-in-words'
import { routes } from '@/lib/platform/routes'
import type { KeepTerms } from '@/lib/privacy/rules'
import { AskContact, type Contact } from './ask-contact'

type Props = { session: Contact & { organisedBy: string }; terms: KeepTerms }

/** Above the button: what is kept, why and how long. */
export function SignUpPrivacy({ session, terms }: Props) {
  return (
    <Flow>
      <Why summary="Wat doen we met je gegevens?">
        <Paragraph>
          We gebruiken wat je invult om deze kennissessie te maken en om je erover te mailen. Alleen de organisatoren
          van {session.organisedBy} zien je naam en je adres. In de sessie noemen we vragen en gemeenten, geen namen.
        </Paragraph>
        <ItemList items={keptInWords(terms)} />
        <Paragraph>
          <Link href={routes.privacy()}>Lees alles over privacy</Link>
        </Paragraph>
      </Why>
      <AskContact question="Kom je er niet uit?" of={session} />
    </Flow>
  )
}
