import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { formatDeadline, isoLocal, longDate, timeRange } from '@/lib/platform/time'

type Props = {
  session: Contact &
    WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date; registrationClosesAt: Date }
  confirmation: { email: string; askedBeforeDeadline: boolean }
}

/**
 * After sending the form for what is full. Who has a place already reads this too, so that nobody can find out who comes by
 * typing an address: it says what holds for them.
 */
export function WaitlistConfirmation({ session, confirmation }: Props) {
  return (
    <Flow>
      <title>Je staat op de wachtlijst - Aanschuif</title>
      <PageTitle size="calm" eyebrow={session.title}>
        Je staat op de wachtlijst
      </PageTitle>
      <Paragraph>
        Alle plaatsen zijn bezet. De kennissessie is op{' '}
        <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
        {timeRange(session.startsAt, session.endsAt)}, online.
      </Paragraph>
      {session.hasAgendaQuestion ? <QuestionDeadlineCallout inTime={confirmation.askedBeforeDeadline} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt nu een mail, op <strong>{confirmation.email}</strong>. Je antwoorden staan erin, met een link om ze
          te wijzigen of van de lijst af te gaan. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        <OrderedListItem>
          Komt er een plek vrij, dan gaat die naar wie het langst wacht. Ben jij dat? Dan krijg je een mail, en heb je
          twee dagen om te kiezen.
        </OrderedListItem>
        <OrderedListItem>
          Dit kan {formatDeadline(session.registrationClosesAt)}. Is er dan geen plek vrijgekomen, dan kun je helaas
          niet meedoen.
        </OrderedListItem>
      </OrderedList>
      <Paragraph>
        Had je je al eerder aangemeld? Dan verandert er niets. Heb je al een plek, dan houd je die. Je leest het in je
        mail.
      </Paragraph>
      <ContactPrompt question="Klopt er iets niet, of wil je van de lijst af?" contact={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Terug naar de kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function QuestionDeadlineCallout({ inTime }: { inTime: boolean }) {
  if (inTime) return <Callout title="Je vraag is op tijd.">Krijg je een plek, dan komt hij zeker aan bod.</Callout>
  return (
    <Callout title="Je vraag kwam na de termijn.">
      Krijg je een plek, dan behandelen we hem als er ruimte voor is.
    </Callout>
  )
}
