import { Link, Paragraph } from '@utrecht/component-library-react'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import {
  fewSeatsLeftInWords,
  isSessionFull,
  type WithSeats,
  waitlistExplanation,
} from '@/components/session/seats-copy'
import { registrationClosingInWords, registrationTitle } from '@/components/session/session-copy'
import type { WithAgendaFlag } from '@/components/session/session-view'
import { Callout } from '@/components/ui/callout'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { routes } from '@/lib/platform/routes'
import { dateAndTime, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'

type Props = {
  session: SessionMoments & WithSeats & WithAgendaFlag & { slug: string; title: string }
  phase: SessionPhase
  /** Where the page stands, when it is not the one for visitors. */
  backHref?: string
}

/** Above the form: what it is for, whether a question is in time, and what to expect. */
export function RegistrationHeading({ session, phase, backHref = routes.session(session.slug) }: Props) {
  return (
    <Flow>
      <Paragraph>
        <Link href={backHref}>Terug naar de kennissessie</Link>
      </Paragraph>
      <PageTitle
        size="calm"
        eyebrow={
          <>
            <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
            {timeRange(session.startsAt, session.endsAt)}, online
          </>
        }
      >
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

/** Said before anybody fills in: this is for the waiting list. */
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
