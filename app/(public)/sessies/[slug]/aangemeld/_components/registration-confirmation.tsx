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
import { type Confirmation, confirmationTitle, SharedMailboxNote } from './confirmation-copy'

type Props = {
  session: Contact & WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date }
  confirmation: Confirmation
  isReleased: boolean
  /** Form to correct the e-mail address of the sign-up. It also sets the document title. */
  emailForm: ReactNode
}

/**
 * Confirms a sign-up and tells what happens next. An address that is registered already gets the same page, so that it
 * does not reveal who is registered.
 */
export function RegistrationConfirmation({ session, confirmation, isReleased, emailForm }: Props) {
  return (
    <Flow>
      <PageTitle size="calm" eyebrow={session.title}>
        {confirmationTitle(confirmation)}
      </PageTitle>
      <Paragraph>
        De kennissessie is op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? <DeadlineCallout confirmation={confirmation} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt een bevestiging per mail, op <strong>{confirmation.email}</strong>. Daarin staat jouw link. Daarmee
          zie je wat je invulde, en kun je het wijzigen of je afmelden. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        {session.hasAgendaQuestion ? (
          <OrderedListItem>
            Mogen we contact met je opnemen? Dan vragen we je misschien vooraf om een korte toelichting op je vraag.
          </OrderedListItem>
        ) : null}
        <OrderedListItem>
          {isReleased
            ? 'In die mail staan ook de agenda en jouw link om mee te doen. Geef de link niet door: hij is van jou.'
            : 'Vóór de sessie mailen we je de link en de agenda.'}
        </OrderedListItem>
      </OrderedList>
      <SharedMailboxNote />
      {emailForm}
      <ContactPrompt question="Kom je er niet uit?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Terug naar de kennissessie</LinkParagraph>
    </Flow>
  )
}

function DeadlineCallout({ confirmation }: { confirmation: Confirmation }) {
  if (confirmation.isChangedLate) {
    return (
      <Callout title="Wat je op tijd vroeg, komt zeker aan bod.">
        Je nieuwe vraag kwam na de termijn. We behandelen hem als er ruimte voor is.
      </Callout>
    )
  }
  return confirmation.askedBeforeDeadline ? (
    <Callout tone="good" title="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Callout>
  )
}
