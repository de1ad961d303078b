import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/layout/flow'
import { ItemList } from '@/components/layout/item-list'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { routes } from '@/lib/platform/routes'
import { countsInWords, type KeptCounts } from './record-counts'

type Props = {
  token: string
  record: KeptCounts & { session: Contact & { title: string } }
  /** What of what is still to come they lose with it; null when there is nothing. `scarce`: the places are counted. */
  loses: 'place' | 'scarce-place' | 'turn' | null
  action: () => Promise<void>
}

/** What erasing takes away and what it means, with one button. */
export function OwnErase({ token, record, loses, action }: Props) {
  return (
    <Flow>
      <title>Wil je alles laten wissen? - Aanschuif</title>
      <PageTitle size="calm" over={record.session.title}>
        Wil je alles laten wissen?
      </PageTitle>
      <Paragraph>Dit gaat weg:</Paragraph>
      <ItemList items={countsInWords([record])} />
      {loses ? (
        <Paragraph>
          {lost[loses]} Dan is <Link href={routes.ownCancel(token)}>afmelden</Link> genoeg.
        </Paragraph>
      ) : null}
      <Paragraph>
        Stond je naam in een notitie of een bericht van een organisator, dan halen we hem daar ook uit. Je krijgt er
        geen mail van, want we hebben je adres dan niet meer. Wil je eerst een kopie?{' '}
        <Link href={routes.ownData(token)}>Neem je gegevens mee</Link>.
      </Paragraph>
      <Note tone="alarm" lead="Dit kun je niet terugdraaien." />
      <form action={action}>
        <SubmitButton irreversible>Ja, wis alles van deze aanmelding</SubmitButton>
      </form>
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>Nee, terug naar je aanmelding</Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={record.session} />
    </Flow>
  )
}

const lost = {
  place: 'Je bent dan ook niet meer aangemeld, en je vraag behandelen we niet. Wil je alleen niet meer komen?',
  'scarce-place':
    'Je bent dan ook niet meer aangemeld: iemand anders kan je plek krijgen, en je vraag behandelen we niet. Wil je alleen niet meer komen?',
  turn: 'Je staat dan ook niet meer op de wachtlijst. Wil je daar alleen van af?',
}
