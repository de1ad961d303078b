import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange, untilInWords } from '@/lib/platform/time'
import { AskContact, type Contact } from './ask-contact'
import type { WithPromise } from './session-view'

type Props = {
  session: Contact &
    WithPromise & { slug: string; title: string; startsAt: Date; endsAt: Date; registrationClosesAt: Date }
  receipt: { email: string; questionInTime: boolean }
}

/**
 * After sending the form for what is full. Who has a place already reads this too, so that nobody can find out who comes by
 * typing an address: it says what holds for them.
 */
export function OnWaitingList({ session, receipt }: Props) {
  return (
    <Flow>
      <title>Je staat op de wachtlijst - Aanschuif</title>
      <PageTitle size="calm" over={session.title}>
        Je staat op de wachtlijst
      </PageTitle>
      <Paragraph>
        Alle plaatsen zijn bezet. De kennissessie is op{' '}
        <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
        {timeRange(session.startsAt, session.endsAt)}, online.
      </Paragraph>
      {session.treatsQuestions ? <AboutQuestion inTime={receipt.questionInTime} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt nu een mail, op <strong>{receipt.email}</strong>. Je antwoorden staan erin, met een link om ze te
          wijzigen of van de lijst af te gaan. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        <OrderedListItem>
          Komt er een plek vrij, dan gaat die naar wie het langst wacht. Ben jij dat? Dan krijg je een mail, en heb je
          twee dagen om te kiezen.
        </OrderedListItem>
        <OrderedListItem>
          Dit kan {untilInWords(session.registrationClosesAt)}. Is er dan geen plek vrijgekomen, dan kun je helaas niet
          meedoen.
        </OrderedListItem>
      </OrderedList>
      <Paragraph>
        Had je je al eerder aangemeld? Dan verandert er niets. Heb je al een plek, dan houd je die. Je leest het in je
        mail.
      </Paragraph>
      <AskContact question="Klopt er iets niet, of wil je van de lijst af?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Terug naar de kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function AboutQuestion({ inTime }: { inTime: boolean }) {
  if (inTime) return <Note lead="Je vraag is op tijd.">Krijg je een plek, dan komt hij zeker aan bod.</Note>
  return (
    <Note lead="Je vraag kwam na de termijn.">Krijg je een plek, dan behandelen we hem als er ruimte voor is.</Note>
  )
}
