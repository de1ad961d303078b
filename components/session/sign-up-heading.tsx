import { Link, Paragraph } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import { dateAndTime, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'
import { LostLink } from './lost-link'
import { fewLeftInWords, howItWaits, isFull, type WithPlaces } from './places'
import type { WithPromise } from './session-view'
import { closingInWords, signUpTitle } from './words'

type Props = {
  session: SessionMoments & WithPlaces & WithPromise & { slug: string; title: string }
  phase: SessionPhase
  /** Where the page stands, when it is not the one for visitors. */
  back?: string
}

/** Above the form: what it is for, whether a question is in time, and what to expect. */
export function SignUpHeading({ session, phase, back = routes.session(session.slug) }: Props) {
  return (
    <Flow>
      <Paragraph>
        <Link href={back}>Terug naar de kennissessie</Link>
      </Paragraph>
      <PageTitle
        size="calm"
        over={
          <>
            <time dateTime={isoLocal(session.startsAt)}>{longDate(session.startsAt)}</time>,{' '}
            {timeRange(session.startsAt, session.endsAt)}, online
          </>
        }
      >
        {signUpTitle(session)}
      </PageTitle>
      {isFull(session) ? <Full session={session} phase={phase} /> : <Deadline session={session} phase={phase} />}
      <Paragraph>
        {fewLeftInWords(session)} Het duurt ongeveer vijf minuten. Vul alles in, behalve waar “niet verplicht” staat.
      </Paragraph>
      <LostLink />
    </Flow>
  )
}

/** Said before anybody fills in: this is for the waiting list. */
function Full({ session, phase }: Props) {
  const question =
    phase === 'open-in-time'
      ? `Meld je je aan vóór ${dateAndTime(session.questionDeadlineAt)} en krijg je een plek? Dan komt je vraag zeker aan bod.`
      : 'Krijg je een plek, dan behandelen we je vraag als er ruimte voor is.'
  return (
    <Note lead="Deze kennissessie is vol. Je kunt je aanmelden voor de wachtlijst.">
      {howItWaits} {session.treatsQuestions ? question : null}
    </Note>
  )
}

function Deadline({ session, phase }: Props) {
  if (!session.treatsQuestions) return <Note lead="Je kunt je aanmelden.">Dat kan {closingInWords(session)}.</Note>
  if (phase === 'open-in-time') {
    return (
      <Note tone="good" lead="Je bent op tijd.">
        Meld je je aan vóór {dateAndTime(session.questionDeadlineAt)}? Dan komt je vraag zeker aan bod.
      </Note>
    )
  }
  return (
    <Note lead="Je kunt je nog aanmelden.">
      Dat kan {closingInWords(session)}. De termijn voor vragen is voorbij. We behandelen je vraag als er ruimte voor
      is.
    </Note>
  )
}
