import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { SubmitButton } from '@/components/form/submit-button'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { AskContact, type Contact } from '@/components/session/ask-contact'
import { When } from '@/components/session/when'
import type { OwnStanding } from '@/lib/own-sign-up/schema'
import { routes } from '@/lib/platform/routes'
import { untilInWords } from '@/lib/platform/time'

type Props = {
  token: string
  session: Contact & {
    slug: string
    title: string
    startsAt: Date
    endsAt: Date
    registrationClosesAt: Date
    cancelledAt: Date | null
    capacity: number | null
  }
  standing: OwnStanding
  /** Whether who is off the list can sign up again. */
  canSignUp: boolean
  action: () => Promise<void>
}

/** One question and one button; or why there is nothing to cancel. */
export function OwnCancel({ token, session, standing, canSignUp, action }: Props) {
  const closing = untilInWords(session.registrationClosesAt)
  const nothingToCancel = done[standing]
  const asks = standing === 'waiting' || standing === 'offered' ? asksWaiting : asksPlace
  return (
    <Flow>
      <title>{`${(nothingToCancel?.lead ?? asks.title).replace(/[.?]$/, '')} - Aanschuif`}</title>
      <PageTitle size="calm" over={session.title}>
        {nothingToCancel ? 'Afmelden' : asks.title}
      </PageTitle>
      <When startsAt={session.startsAt} endsAt={session.endsAt} cancelled={session.cancelledAt !== null} />
      {nothingToCancel ? (
        <Note lead={nothingToCancel.lead}>{nothingToCancel.text}</Note>
      ) : (
        <>
          <Paragraph>
            {asks.text}{' '}
            {canSignUp
              ? `Bedenk je je later? Opnieuw aanmelden kan ${closing}.${session.capacity === null ? '' : ' Is het dan vol, dan kom je op de wachtlijst.'}`
              : 'Aanmelden is gesloten. Opnieuw aanmelden kan daarna dus niet meer.'}
          </Paragraph>
          <form action={action}>
            <SubmitButton>{asks.button}</SubmitButton>
          </form>
        </>
      )}
      {standing === 'cancelled' && canSignUp ? (
        <Paragraph>
          <Link href={routes.signUp(session.slug)}>Meld je opnieuw aan</Link>. Dat kan {closing}.
        </Paragraph>
      ) : null}
      <Paragraph>
        <Link href={routes.ownSignUp(token)}>
          {nothingToCancel ? 'Naar je aanmelding' : 'Nee, terug naar je aanmelding'}
        </Link>
      </Paragraph>
      <AskContact question="Heb je een vraag?" of={session} />
    </Flow>
  )
}

const asksPlace = {
  title: 'Wil je je afmelden?',
  text: 'Dan ben je niet meer aangemeld. Je krijgt er een mail van, en daarna geen mail meer over deze kennissessie. Je vraag behandelen we dan niet.',
  button: 'Ja, meld me af',
}
const asksWaiting = {
  title: 'Wil je van de wachtlijst af?',
  text: 'Dan krijgt iemand anders je plek in de rij. Je krijgt er een mail van, en daarna geen mail meer over deze kennissessie.',
  button: 'Ja, haal me van de wachtlijst',
}

const done: Partial<Record<OwnStanding, { lead: string; text: string }>> = {
  cancelled: { lead: 'Je bent al afgemeld.', text: 'Je hoeft niets te doen.' },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Je hoeft je niet af te melden.' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: 'Afmelden is niet meer nodig.' },
}
