import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormStatus } from '@/components/form/form-status'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes, type SelfServiceFlash } from '@/lib/platform/routes'
import type { ContactWish } from '@/lib/registrations/schema'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { type ActionLink, ActionLinks } from './action-links'
import { StatusCallout } from './status-callout'

type Props = {
  registration: {
    name: string
    email: string
    workplace: string
    organisation: string | null
    role: string
    contactWish: ContactWish
    phone: string | null
    needs: string | null
    askedBeforeDeadline: boolean
    createdAt: Date
    cancelledAt: Date | null
    offerExpiresAt: Date | null
    answers: { id: string; question: string; isAgendaQuestion: boolean; text: string; textAtDeadline: string | null }[]
    session: Contact & {
      slug: string
      title: string
      startsAt: Date
      endsAt: Date
      registrationClosesAt: Date
      cancelledAt: Date | null
      cancelReason: string | null
    }
  }
  status: OwnStatus
  /** Where who is offered a place takes it. */
  offerUrl: string | null
  actionLinks: ActionLink[]
  /** What they have done a moment ago, so that the page says so first. */
  flash: SelfServiceFlash | null
  /** Whether a change brings a mail: not to who is off the list, or when it does not take place. */
  sendsMail: boolean
  isWaitlistClosed: boolean
  /** Whether who is off the list can sign up again. */
  canRegister: boolean
}

/** Somebody's own sign-up: how it stands, what they can do with it, and all that is in it. */
export function RegistrationOverview({
  registration,
  status,
  offerUrl,
  actionLinks,
  flash,
  sendsMail,
  isWaitlistClosed,
  canRegister,
}: Props) {
  const { session } = registration
  const agendaAnswer = registration.answers.find(({ isAgendaQuestion }) => isAgendaQuestion)
  return (
    <Flow>
      <title>Jouw aanmelding - Aanschuif</title>
      <PageTitle size="calm" eyebrow="Jouw aanmelding">
        {session.title}
      </PageTitle>
      <SessionDateTime startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
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
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
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

function detailItems(registration: Props['registration']) {
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
      detail: [contactWishLabels[contactWish], phone].filter(Boolean).join(', '),
    },
    { term: 'Wat heb je nodig om goed mee te doen?', detail: needs ?? 'Niets ingevuld' },
    { term: 'Aangemeld op', detail: <DateTime value={createdAt} /> },
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <DateTime value={cancelledAt} /> }] : []),
  ]
}
