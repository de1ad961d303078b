import { Heading, Link, OrderedList, OrderedListItem, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
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

/** Shows the next steps after a registration that got a seat. `joinUrl` is `null` before the link and the agenda are released. */
export function RegistrationConfirmation({ session, confirmation, joinUrl }: Props & { joinUrl: string | null }) {
  return (
    <PageBody title="Je bent aangemeld" eyebrow={session.title}>
      <Paragraph>
        We zien je op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? <GuaranteeCallout askedBeforeDeadline={confirmation.askedBeforeDeadline} /> : null}
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

function GuaranteeCallout({ askedBeforeDeadline }: { askedBeforeDeadline: boolean }) {
  return askedBeforeDeadline ? (
    <Callout tone="good" title="Je vraag is op tijd.">
      Hij komt zeker aan bod in de sessie.
    </Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">We behandelen hem als er ruimte voor is.</Callout>
  )
}

/**
 * Confirms a place on the waitlist of a full session. Also shown for an address that already has a seat, so that it does not
 * reveal who is registered.
 */
export function WaitlistConfirmation({ session, confirmation }: Props) {
  return (
    <PageBody title="Je staat op de wachtlijst" eyebrow={session.title}>
      <Paragraph>
        Alle plaatsen zijn bezet. De kennissessie is op <SessionDateTimeText session={session} />.
      </Paragraph>
      {session.hasAgendaQuestion ? (
        <WaitlistGuaranteeCallout askedBeforeDeadline={confirmation.askedBeforeDeadline} />
      ) : null}
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

function WaitlistGuaranteeCallout({ askedBeforeDeadline }: { askedBeforeDeadline: boolean }) {
  return askedBeforeDeadline ? (
    <Callout title="Je vraag is op tijd.">Krijg je een plek, dan komt hij zeker aan bod.</Callout>
  ) : (
    <Callout title="Je vraag kwam na de termijn.">
      Krijg je een plek, dan behandelen we hem als er ruimte voor is.
    </Callout>
  )
}

/** Shown without the cookie of a registration: the visitor returns later, uses another device or did not register. */
export function MissingConfirmation({ session }: { session: Contact & { slug: string; title: string } }) {
  return (
    <PageBody title="Heb je je aangemeld?" eyebrow={session.title}>
      <Paragraph>
        Dan staat er een bevestiging in je mail, met al je antwoorden. Niets gezien? Kijk dan ook bij ongewenste mail.
        Staat hij daar ook niet, dan is je aanmelding niet gelukt.
      </Paragraph>
      <LinkRecoveryPrompt />
      <LinkParagraph href={routes.session(session.slug)}>Naar de kennissessie</LinkParagraph>
      <ContactPrompt question="Weet je het niet zeker?" contact={session} />
    </PageBody>
  )
}
