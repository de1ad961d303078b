import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTimeText } from '@/components/session/session-date-time'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'

type Props = {
  session: Contact & WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date }
  confirmation: { email: string; askedBeforeDeadline: boolean }
  /** The page to join the meeting; null before the release. */
  joinUrl: string | null
}

/** Confirms a registration and tells what happens next. */
export function RegistrationConfirmation({ session, confirmation, joinUrl }: Props) {
  return (
    <PageBody title="Je bent aangemeld" eyebrow={session.title}>
      <Paragraph>
        We zien je op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? <DeadlineCallout askedBeforeDeadline={confirmation.askedBeforeDeadline} /> : null}
      <Heading level={2}>Wat gebeurt er nu?</Heading>
      <OrderedList>
        <OrderedListItem>
          Je krijgt nu een bevestiging per mail, op <strong>{confirmation.email}</strong>. Je antwoorden staan erin, met
          een link om ze te wijzigen of je af te melden. Niets gezien? Kijk dan ook bij ongewenste mail.
        </OrderedListItem>
        {session.hasAgendaQuestion ? (
          <OrderedListItem>
            Mogen we contact met je opnemen? Dan vragen we je misschien vooraf om een korte toelichting op je vraag.
          </OrderedListItem>
        ) : null}
        {joinUrl ? (
          <OrderedListItem>
            In die mail staan ook de agenda en jouw link. <Link href={joinUrl}>Bekijk nu al waar je meedoet</Link>. Geef
            de link niet door: hij is van jou.
          </OrderedListItem>
        ) : (
          <OrderedListItem>Vóór de sessie mailen we je de link en de agenda.</OrderedListItem>
        )}
      </OrderedList>
      <ContactPrompt question="Kom je er niet uit?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Terug naar de kennissessie</LinkParagraph>
    </PageBody>
  )
}

function DeadlineCallout({ askedBeforeDeadline }: { askedBeforeDeadline: boolean }) {
  return askedBeforeDeadline ? (
    <Callout tone="good" title="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Callout>
  )
}
