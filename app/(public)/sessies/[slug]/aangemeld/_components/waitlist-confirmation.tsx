import { Heading, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTimeText } from '@/components/session/session-date-time'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'

type Props = {
  session: Contact &
    WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date; registrationClosesAt: Date }
  confirmation: { email: string; askedBeforeDeadline: boolean }
}

/**
 * Confirms a registration for a full session. An address that already has a seat gets the same page, so that it does not
 * reveal who is registered.
 */
export function WaitlistConfirmation({ session, confirmation }: Props) {
  return (
    <PageBody title="Je staat op de wachtlijst" eyebrow={session.title}>
      <Paragraph>
        Alle plaatsen zijn bezet. De kennissessie is op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? <DeadlineCallout askedBeforeDeadline={confirmation.askedBeforeDeadline} /> : null}
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
      <LinkParagraph href={routes.session(session.slug)}>Terug naar de kennissessie</LinkParagraph>
    </PageBody>
  )
}

function DeadlineCallout({ askedBeforeDeadline }: { askedBeforeDeadline: boolean }) {
  return askedBeforeDeadline ? (
    <Callout title="Je vraag is op tijd.">Krijg je een plek, dan komt hij zeker aan bod.</Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">
      Krijg je een plek, dan behandelen we hem als er ruimte voor is.
    </Callout>
  )
}
