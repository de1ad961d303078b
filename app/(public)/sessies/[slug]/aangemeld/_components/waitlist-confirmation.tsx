import { Heading, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTimeText } from '@/components/session/session-date-time'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import { type Confirmation, confirmationTitle, SharedMailboxNote } from './confirmation-copy'

type Props = {
  session: Contact &
    WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date; registrationClosesAt: Date }
  confirmation: Confirmation
  /** Form to correct the e-mail address of the sign-up. It also sets the document title. */
  emailForm: ReactNode
}

/**
 * Confirms a registration for a full session. An address that already has a seat gets the same page, so that it does not
 * reveal who is registered.
 */
export function WaitlistConfirmation({ session, confirmation, emailForm }: Props) {
  return (
    <Flow>
      <PageTitle size="calm" eyebrow={session.title}>
        {confirmationTitle(confirmation)}
      </PageTitle>
      <Paragraph>
        Alle plaatsen zijn bezet. De kennissessie is op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? <DeadlineCallout confirmation={confirmation} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt een mail, op <strong>{confirmation.email}</strong>. Daarin staat jouw link. Daarmee zie je wat je
          invulde, en kun je het wijzigen of van de lijst af gaan. Niets gezien? Kijk dan ook bij ongewenste mail.
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
      <SharedMailboxNote />
      {emailForm}
      <ContactPrompt question="Klopt er iets niet, of wil je van de lijst af?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Terug naar de kennissessie</LinkParagraph>
    </Flow>
  )
}

function DeadlineCallout({ confirmation }: { confirmation: Confirmation }) {
  if (confirmation.isChangedLate) {
    return (
      <Callout title="Krijg je een plek, dan komt wat je op tijd vroeg zeker aan bod.">
        Je nieuwe vraag kwam na de termijn. We behandelen hem als er ruimte voor is.
      </Callout>
    )
  }
  return confirmation.askedBeforeDeadline ? (
    <Callout title="Je vraag is op tijd.">Krijg je een plek, dan komt hij zeker aan bod.</Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">
      Krijg je een plek, dan behandelen we hem als er ruimte voor is.
    </Callout>
  )
}
