import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormStatus } from '@/components/form/form-status'
import { contactWishText } from '@/components/registration-form/registration-copy'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes, type SelfServiceFlash } from '@/lib/platform/routes'
import type { OwnRegistrationView } from '@/lib/registrations/self-service/queries'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { type ActionLink, ActionLinks } from './action-links'
import { StatusCallout } from './status-callout'

type Props = {
  registration: OwnRegistrationView
  status: OwnStatus
  /** The page to accept the offered seat. */
  offerUrl: string | null
  actionLinks: ActionLink[]
  flash: SelfServiceFlash | null
  /** Whether a mail follows a change. */
  sendsMail: boolean
  isWaitlistClosed: boolean
  canRegister: boolean
}

/** A participant's own registration: its status, the available actions and all its data. */
export function RegistrationOverview(props: Props) {
  const { registration, status, offerUrl, actionLinks, flash, sendsMail, isWaitlistClosed, canRegister } = props
  const { session } = registration
  const agendaAnswer = registration.answers.find(({ isAgendaQuestion }) => isAgendaQuestion)
  return (
    <PageBody title="Jouw aanmelding" heading={session.title} eyebrow="Jouw aanmelding">
      <SessionDateTime session={session} />
      {flash ? <FormStatus {...flashCopy(flash, sendsMail)} submission={flash} /> : null}
      <StatusCallout
        status={status}
        offerExpiresAt={registration.offerExpiresAt}
        registrationClosesAt={session.registrationClosesAt}
        isWaitlistClosed={isWaitlistClosed}
        askedBeforeDeadline={agendaAnswer ? registration.askedBeforeDeadline : null}
        changedAfterDeadline={Boolean(agendaAnswer?.textAtDeadline)}
        offerUrl={offerUrl}
      />
      {status === 'session-cancelled' && session.cancelReason ? <QuotedText>{session.cancelReason}</QuotedText> : null}
      {status === 'cancelled' && canRegister ? (
        <Paragraph>
          Wil je toch meedoen? <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>
        </Paragraph>
      ) : null}
      <ActionLinks links={actionLinks} />
      <Heading level={2}>Dit staat in je aanmelding</Heading>
      <DescriptionList items={detailItems(registration)} />
      <ContactPrompt question="Heb je een vraag?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
    </PageBody>
  )
}

function flashCopy(flash: SelfServiceFlash, sendsMail: boolean): { title: string; children: string } {
  const mail = sendsMail ? ' Binnen tien minuten krijg je een mail met hoe het nu is.' : ''
  return {
    cancelled: {
      title: 'Dat is gelukt.',
      children: 'Fijn dat je het liet weten. Je krijgt nog één mail, waarin dit staat.',
    },
    changed: { title: 'Bewaard.', children: `Zo staat het nu in je aanmelding.${mail}` },
    unchanged: { title: 'Er is niets gewijzigd.', children: 'Alles stond er al zo.' },
    address: { title: 'Je e-mailadres is gewijzigd.', children: 'Alle mails gaan vanaf nu naar je nieuwe adres.' },
  }[flash]
}

function detailItems(registration: OwnRegistrationView) {
  const { name, email, workplace, organisation, role, contactWish, phone, needs, createdAt, cancelledAt, answers } =
    registration
  return [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: organisation === null ? 'Gemeente' : 'Organisatie', detail: workplace },
    { term: 'Functie', detail: role },
    ...answers.flatMap(({ question, isAgendaQuestion, text, textAtDeadline }) => [
      { term: question, detail: text },
      ...(isAgendaQuestion && registration.askedBeforeDeadline && textAtDeadline
        ? [{ term: 'Dit vroeg je op tijd', detail: textAtDeadline }]
        : []),
    ]),
    {
      term: 'Mogen wij contact met je opnemen over je vraag?',
      detail: contactWishText({ contactWish, phone }),
    },
    { term: 'Wat heb je nodig om goed mee te doen?', detail: needs ?? 'Niets ingevuld' },
    { term: 'Aangemeld op', detail: <DateTime value={createdAt} /> },
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <DateTime value={cancelledAt} /> }] : []),
  ]
}
