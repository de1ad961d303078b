import { Link, Paragraph } from '@utrecht/component-library-react'
import { ownRegistrationPage } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { cancelOwnRegistrationAction } from '@/app/(public)/aanmelding/[token]/actions'
import { ButtonForm } from '@/components/form/submission/button-form'
import { SubmitButton } from '@/components/form/submit-button'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { Callout } from '@/components/ui/callout'
import { PageBody } from '@/components/ui/page/page-body'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { formatDeadline } from '@/lib/platform/time'
import type { OwnStatus } from '@/lib/registrations/self-service/schema'
import { canRegister } from '@/lib/sessions/rules'

export default function CancelRegistrationPage({ params }: PageProps<'/aanmelding/[token]/afmelden'>) {
  return ownRegistrationPage(params, ({ token, registration: { session }, status, now }) => {
    const isOpen = canRegister(session, now)
    const closingText = formatDeadline(session.registrationClosesAt)
    const nothingToCancel = nothingToCancelCopy[status]
    const question = status === 'waitlisted' || status === 'offered' ? leaveWaitlistQuestion : cancelSeatQuestion
    const waitlistText = session.capacity === null ? '' : ' Is het dan vol, dan kom je op de wachtlijst.'
    return (
      <PageBody
        title={(nothingToCancel?.title ?? question.title).replace(/[.?]$/, '')}
        heading={nothingToCancel ? 'Afmelden' : question.title}
        eyebrow={session.title}
      >
        <SessionDateTime session={session} />
        {nothingToCancel ? (
          <Callout title={nothingToCancel.title}>{nothingToCancel.text}</Callout>
        ) : (
          <>
            <Paragraph>
              {question.text}{' '}
              {isOpen
                ? `Bedenk je je later? Opnieuw aanmelden kan ${closingText}.${waitlistText}`
                : 'Aanmelden is gesloten. Opnieuw aanmelden kan daarna dus niet meer.'}
            </Paragraph>
            <ButtonForm action={cancelOwnRegistrationAction.bind(null, token)}>
              <SubmitButton>{question.button}</SubmitButton>
            </ButtonForm>
          </>
        )}
        {status === 'cancelled' && isOpen ? (
          <Paragraph>
            <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>. Dat kan {closingText}.
          </Paragraph>
        ) : null}
        <LinkParagraph href={routes.selfService(token)}>
          {nothingToCancel ? 'Naar je aanmelding' : 'Nee, terug naar je aanmelding'}
        </LinkParagraph>
        <ContactPrompt question="Heb je een vraag?" contact={session} />
      </PageBody>
    )
  })
}

const cancelSeatQuestion = {
  title: 'Wil je je afmelden?',
  text: 'Dan ben je niet meer aangemeld. Je krijgt er een mail van, en daarna vanzelf geen mail meer over deze kennissessie. Je vraag behandelen we dan niet.',
  button: 'Ja, meld me af',
}
const leaveWaitlistQuestion = {
  title: 'Wil je van de wachtlijst af?',
  text: 'Dan krijgt iemand anders je plek in de rij. Je krijgt er een mail van, en daarna vanzelf geen mail meer over deze kennissessie.',
  button: 'Ja, haal me van de wachtlijst',
}

const nothingToCancelCopy: Partial<Record<OwnStatus, { title: string; text: string }>> = {
  cancelled: { title: 'Je bent al afgemeld.', text: 'Je hoeft niets te doen.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Je hoeft je niet af te melden.' },
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Afmelden is niet meer nodig.' },
}
