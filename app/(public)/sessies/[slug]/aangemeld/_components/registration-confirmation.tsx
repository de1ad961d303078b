import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'

type Session = Contact & WithAgendaFlag & { slug: string; title: string; startsAt: Date; endsAt: Date }
type Confirmation = { email: string; askedBeforeDeadline: boolean }

type Props = {
  session: Session
  confirmation: Confirmation
  /** Where the participant's own link leads; null before the release. */
  takePartHref: string | null
}

/** After sending the form: what worked, which address gets the mail, what happens next, whom to ask. */
export function RegistrationConfirmation({ session, confirmation, takePartHref }: Props) {
  return (
    <Flow>
      <title>Je bent aangemeld - Aanschuif</title>
      <PageTitle size="calm" eyebrow={session.title}>
        Je bent aangemeld
      </PageTitle>
      <Paragraph>
        We zien je op <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
        {timeRange(session.startsAt, session.endsAt)}, online.
      </Paragraph>
      {session.hasAgendaQuestion ? <QuestionDeadlineCallout inTime={confirmation.askedBeforeDeadline} /> : null}
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
        {takePartHref ? (
          <OrderedListItem>
            In die mail staan ook de agenda en jouw link. <Link href={takePartHref}>Bekijk nu al waar je meedoet</Link>.
            Geef de link niet door: hij is van jou.
          </OrderedListItem>
        ) : (
          <OrderedListItem>Vóór de sessie mailen we je de link en de agenda.</OrderedListItem>
        )}
      </OrderedList>
      <ContactPrompt question="Kom je er niet uit?" contact={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Terug naar de kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function QuestionDeadlineCallout({ inTime }: { inTime: boolean }) {
  if (!inTime) return <Callout title="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Callout>
  return (
    <Callout tone="good" title="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Callout>
  )
}

/** The same page for somebody we know nothing about: who comes back later, on another device, or who never signed up. */
export function MissingConfirmation({ session }: { session: Session }) {
  return (
    <Flow>
      <title>Heb je je aangemeld? - Aanschuif</title>
      <PageTitle size="calm" eyebrow={session.title}>
        Heb je je aangemeld?
      </PageTitle>
      <Paragraph>
        Dan staat er een bevestiging in je mail, met al je antwoorden. Niets gezien? Kijk dan ook bij ongewenste mail.
        Staat hij daar ook niet, dan is je aanmelding niet gelukt.
      </Paragraph>
      <LinkRecoveryPrompt />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Naar de kennissessie</Link>
      </Paragraph>
      <ContactPrompt question="Weet je het niet zeker?" contact={session} />
    </Flow>
  )
}
