import { Paragraph } from '@utrecht/component-library-react'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import {
  fewSeatsLeftInWords,
  isSessionFull,
  type WithSeats,
  waitlistExplanation,
} from '@/components/session/seats-copy'
import { registrationClosingInWords, registrationTitle } from '@/components/session/session-copy'
import { SessionDateTimeText } from '@/components/session/session-date-time'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import { dateAndTime } from '@/lib/platform/time'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'

type Props = {
  session: SessionMoments & WithSeats & WithAgendaFlag & { slug: string; title: string }
  phase: SessionPhase
  /** Path of the page to return to; the public session page by default. */
  backHref?: string
}

/** Shows, above a registration form, its session, the free seats and whether a question is sure to be discussed. */
export function RegistrationHeading({ session, phase, backHref = routes.session(session.slug) }: Props) {
  return (
    <Flow>
      <LinkParagraph href={backHref}>Terug naar de kennissessie</LinkParagraph>
      <PageTitle size="calm" eyebrow={<SessionDateTimeText session={session} />}>
        {registrationTitle(session)}
      </PageTitle>
      {isSessionFull(session) ? (
        <WaitlistCallout session={session} phase={phase} />
      ) : (
        <DeadlineCallout session={session} phase={phase} />
      )}
      <Paragraph>
        {fewSeatsLeftInWords(session)} Het duurt ongeveer vijf minuten. Vul alles in, behalve waar “niet verplicht”
        staat.
      </Paragraph>
      <LinkRecoveryPrompt />
    </Flow>
  )
}

function WaitlistCallout({ session, phase }: Props) {
  const question =
    phase === 'open-before-deadline'
      ? `Meld je je aan vóór ${dateAndTime(session.questionDeadlineAt)} en krijg je een plek? Dan komt je vraag zeker aan bod.`
      : 'Krijg je een plek, dan behandelen we je vraag als er ruimte voor is.'
  return (
    <Callout title="Deze kennissessie is vol. Je kunt je aanmelden voor de wachtlijst.">
      {waitlistExplanation} {session.hasAgendaQuestion ? question : null}
    </Callout>
  )
}

function DeadlineCallout({ session, phase }: Props) {
  if (!session.hasAgendaQuestion)
    return <Callout title="Je kunt je aanmelden.">Dat kan {registrationClosingInWords(session)}.</Callout>
  if (phase === 'open-before-deadline') {
    return (
      <Callout tone="good" title="Je bent op tijd.">
        Meld je je aan vóór {dateAndTime(session.questionDeadlineAt)}? Dan komt je vraag zeker aan bod.
      </Callout>
    )
  }
  return (
    <Callout title="Je kunt je nog aanmelden.">
      Dat kan {registrationClosingInWords(session)}. De termijn voor vragen is voorbij. We behandelen je vraag als er
      ruimte voor is.
    </Callout>
  )
}
