import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { Outcome } from '@/components/form/outcome'
import { contactWishLabels } from '@/components/form/registration-words'
import { At } from '@/components/layout/at'
import { DescriptionList } from '@/components/layout/description-list'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { Reason } from '@/components/session/reason'
import { When } from '@/components/session/when'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { type OwnDone, routes } from '@/lib/platform/routes'
import type { ContactWish } from '@/lib/registrations/schema'
import { HowItStands } from './how-it-stands'
import { type Way, Ways } from './ways'

type Props = {
  signUp: {
    name: string
    email: string
    place: string
    organisation: string | null
    role: string
    contactWish: ContactWish
    phone: string | null
    needs: string | null
    questionInTime: boolean
    createdAt: Date
    cancelledAt: Date | null
    offerExpiresAt: Date | null
    answers: { id: string; question: string; isAsked: boolean; text: string; textInTime: string | null }[]
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
  standing: OwnStanding
  /** Where who is offered a place takes it. */
  takePlace: string | null
  ways: Way[]
  /** What they have done a moment ago, so that the page says so first. */
  done: OwnDone | null
  /** Whether a change brings a mail: not to who is off the list, or when it does not take place. */
  mails: boolean
  offersOver: boolean
  /** Whether who is off the list can sign up again. */
  canSignUp: boolean
}

/** Somebody's own sign-up: how it stands, what they can do with it, and all that is in it. */
export function OwnSignUp({ signUp, standing, takePlace, ways, done, mails, offersOver, canSignUp }: Props) {
  const { session } = signUp
  const asked = signUp.answers.find(({ isAsked }) => isAsked)
  return (
    <Flow>
      <title>Jouw aanmelding - Aanschuif</title>
      <PageTitle size="calm" over="Jouw aanmelding">
        {session.title}
      </PageTitle>
      <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      {done ? <Outcome {...newsOf(done, mails)} sending={done} /> : null}
      <HowItStands
        standing={standing}
        offerExpiresAt={signUp.offerExpiresAt}
        registrationClosesAt={session.registrationClosesAt}
        offersOver={offersOver}
        questionInTime={asked ? signUp.questionInTime : null}
        changedLater={Boolean(asked?.textInTime)}
        takePlace={takePlace}
      />
      {standing === 'session-cancelled' && session.cancelReason ? <Reason>{session.cancelReason}</Reason> : null}
      {standing === 'cancelled' && canSignUp ? (
        <Paragraph>
          Wil je toch meedoen? <Link href={routes.signUp(session.slug)}>Meld je opnieuw aan</Link>
        </Paragraph>
      ) : null}
      <Ways ways={ways} />
      <Heading level={2}>Dit staat in je aanmelding</Heading>
      <DescriptionList items={itemsOf(signUp)} />
      <AskContact question="Heb je een vraag?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
    </Flow>
  )
}

function newsOf(done: OwnDone, mails: boolean): { lead: string; children: string } {
  const mail = mails ? ' Binnen tien minuten krijg je een mail met hoe het nu is.' : ''
  return {
    cancelled: {
      lead: 'Dat is gelukt.',
      children: 'Fijn dat je het liet weten. Je krijgt nog één mail, waarin dit staat.',
    },
    changed: { lead: 'Bewaard.', children: `Zo staat het nu in je aanmelding.${mail}` },
    unchanged: { lead: 'Er is niets gewijzigd.', children: 'Alles stond er al zo.' },
    address: { lead: 'Je e-mailadres is gewijzigd.', children: 'Alle mails gaan vanaf nu naar je nieuwe adres.' },
  }[done]
}

function itemsOf(signUp: Props['signUp']) {
  const { name, email, place, organisation, role, contactWish, phone, needs, createdAt, cancelledAt, answers } = signUp
  return [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: organisation === null ? 'Gemeente' : 'Organisatie', detail: place },
    { term: 'Functie', detail: role },
    ...answers.flatMap(({ question, isAsked, text, textInTime }) => [
      { term: question, detail: text },
      ...(isAsked && signUp.questionInTime && textInTime ? [{ term: 'Dit vroeg je op tijd', detail: textInTime }] : []),
    ]),
    {
      term: 'Mogen wij contact met je opnemen over je vraag?',
      detail: [contactWishLabels[contactWish], phone].filter(Boolean).join(', '),
    },
    { term: 'Wat heb je nodig om goed mee te doen?', detail: needs ?? 'Niets ingevuld' },
    { term: 'Aangemeld op', detail: <At moment={createdAt} /> },
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <At moment={cancelledAt} /> }] : []),
  ]
}
