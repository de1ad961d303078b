import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactElement, ReactNode } from 'react'
import { Markdown } from '@/components/markdown/markdown'
import {
  fewSeatsLeftInWords,
  isSessionFull,
  seatAvailabilityInWords,
  waitlistButtonLabel,
  waitlistExplanation,
} from '@/components/session/seats-copy'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import { SessionDateTime } from '@/components/session/session-date-time'
import type { SessionView, WithRelease } from '@/components/session/session-view'
import { ButtonLink } from '@/components/ui/button-link'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import { dateAndTime, isoDate, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { canJoin, canRegister, type SessionPhase, sessionPhase } from '@/lib/sessions/rules'
import heroStyles from './hero.module.css'
import stepStyles from './next-step.module.css'
import infoStyles from './practical-info.module.css'
import styles from './session-page.module.css'
import { Timeline } from './timeline'
import { Weave } from './weave'

type ViewWithRelease = SessionView & WithRelease

type Props = {
  session: ViewWithRelease
  now: Date
  /** Path of the registration form; the public form by default. */
  registrationHref?: string
  /** Form with which a participant requests a mail with the button to join. `null` when nobody can join. */
  joinForm?: ReactNode
}

export function SessionPage({
  session,
  now,
  registrationHref = routes.register(session.slug),
  joinForm = null,
}: Props) {
  return (
    <>
      <Hero session={session} now={now} registrationHref={registrationHref} joinForm={joinForm} />
      <div className={styles.columns}>
        <div className={styles.text}>
          <Markdown text={session.body} headingLevel={2} />
          <section aria-labelledby="voor-wie" className={styles.part}>
            <Heading level={2} id="voor-wie">
              Voor wie?
            </Heading>
            <Markdown text={session.audience} headingLevel={3} />
          </section>
          {canRegister(session, now) ? (
            <section aria-labelledby="doe-mee" className={`${styles.part} ${styles.join}`}>
              <Heading level={2} id="doe-mee">
                Meld je aan!
              </Heading>
              <NextStep session={session} now={now} registrationHref={registrationHref} />
            </section>
          ) : null}
        </div>
        <PracticalInfo session={session} now={now} />
      </div>
    </>
  )
}

/** Shows the top of a session page: title, summary, date, next step and timeline. */
function Hero({ session, now, registrationHref, joinForm }: Required<Props>) {
  return (
    <div className={heroStyles.hero}>
      <div className={heroStyles.inside}>
        <div>
          <Paragraph className={heroStyles.eyebrow}>Online kennissessie van {session.organisedBy}</Paragraph>
          <Heading level={1}>{session.title}</Heading>
          <Paragraph lead className={heroStyles.lead}>
            {session.summary}
          </Paragraph>
          <SessionDateTime session={session} />
          <NextStep session={session} now={now} registrationHref={registrationHref} />
          {joinForm}
        </div>
        <div className={heroStyles.picture}>
          <Weave />
        </div>
        <div className={heroStyles.path}>
          <Timeline session={session} now={now} />
        </div>
      </div>
    </div>
  )
}

/** Shows the button to register, or why registration is not possible and what to do instead. */
function NextStep({ session, now, registrationHref }: Omit<Required<Props>, 'joinForm'>) {
  const closing = registrationClosingInWords(session)
  const full = isSessionFull(session)
  if (canRegister(session, now)) {
    return (
      <div className={stepStyles.open}>
        <ButtonLink href={registrationHref}>{full ? waitlistButtonLabel : 'Meld je aan'}</ButtonLink>
        <Paragraph className={stepStyles.until}>
          {full ? (
            <>
              <strong>Deze kennissessie is vol.</strong> {waitlistExplanation}{' '}
            </>
          ) : null}
          Aanmelden kan <strong>{closing}</strong>. {fewSeatsLeftInWords(session)}
        </Paragraph>
      </div>
    )
  }
  const phase = sessionPhase(session, now)
  if (phase === 'not-open-yet') {
    return (
      <ClosedNotice title="Aanmelden kan nog niet.">
        Het kan {registrationOpeningInWords(session)}, {closing}.
      </ClosedNotice>
    )
  }
  if (phase === 'cancelled') {
    return (
      <ClosedNotice title="Deze kennissessie gaat niet door.">
        {session.cancelReason ? <span className={stepStyles.reason}>{session.cancelReason}</span> : null}
        Heb je een vraag? Mail <ContactLink session={session} />.
      </ClosedNotice>
    )
  }
  if (phase === 'past') {
    return (
      <ClosedNotice title="Deze kennissessie is geweest.">
        Op deze pagina lees je waar het over ging.{' '}
        <Link href={routes.home()}>Bekijk welke kennissessies er nog komen</Link>.
      </ClosedNotice>
    )
  }
  const isOngoing = now >= session.startsAt
  const unreleasedText = isOngoing
    ? 'Ben je aangemeld, en heb je geen link gekregen?'
    : 'Ben je al aangemeld? Dan krijg je de link en de agenda nog per mail. Heb je een vraag?'
  return (
    <ClosedNotice title={isOngoing ? 'De kennissessie is bezig.' : 'Aanmelden is gesloten.'}>
      Aanmelden kon {closing}. {session.isReleased ? 'Heb je een vraag?' : unreleasedText} Mail{' '}
      <ContactLink session={session} />.
    </ClosedNotice>
  )
}

function ClosedNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paragraph className={stepStyles.closed}>
      <strong className={stepStyles.title}>{title}</strong> {children}
    </Paragraph>
  )
}

function ContactLink({ session }: { session: SessionView }) {
  return <Link href={`mailto:${session.contactEmail}`}>{session.contactName}</Link>
}

/** Shows date, time, place and contact of a session. The wording depends on the phase of the session. */
function PracticalInfo({ session, now }: { session: ViewWithRelease; now: Date }) {
  const phase = sessionPhase(session, now)
  const isUpcoming = phase !== 'past' && phase !== 'cancelled'
  const question = questionText(session, phase)
  const contact = (
    <>
      {session.contactName}
      <br />
      <Link href={`mailto:${session.contactEmail}`}>{session.contactEmail}</Link>
    </>
  )
  const items = [
    { term: 'Datum', detail: <time dateTime={isoDate(session.startsAt)}>{longDate(session.startsAt)}</time> },
    { term: 'Tijd', detail: timeRange(session.startsAt, session.endsAt) },
    { term: 'Plaats', detail: placeText(session, now) },
    { term: 'Georganiseerd door', detail: session.organisedBy },
    ...(question ? [{ term: 'Jouw vraag', detail: question }] : []),
    ...(isUpcoming && session.seats ? [{ term: 'Plaatsen', detail: seatAvailabilityInWords(session) }] : []),
    { term: 'Aanmelden', detail: registrationText(session, phase) },
    { term: 'Contact', detail: contact },
  ]
  return (
    <aside className={infoStyles.facts} aria-labelledby="praktisch">
      <Heading level={2} id="praktisch" className={infoStyles.heading}>
        Praktische informatie
      </Heading>
      <DescriptionList items={items} />
    </aside>
  )
}

/** Returns that the session is online and, until it is over, how participants get the meeting link. */
function placeText(session: ViewWithRelease, now: Date): string {
  if (canJoin(session, now)) return 'Online. Wie een plek heeft, heeft de link en de agenda in de mail.'
  const isAnnounced = !session.cancelledAt && now < session.startsAt
  return isAnnounced ? 'Online. De link en de agenda krijg je later per mail.' : 'Online'
}

function questionText(session: SessionView, phase: SessionPhase): ReactElement | null {
  const deadline = (
    <time dateTime={isoLocal(session.questionDeadlineAt)}>{dateAndTime(session.questionDeadlineAt)}</time>
  )
  if (!session.hasAgendaQuestion) return null
  if (phase === 'open-after-deadline')
    return <>Behandelen we als dat lukt. Zeker aan bod komen vragen van vóór {deadline}.</>
  if (phase !== 'open-before-deadline' && phase !== 'not-open-yet') return null
  return (
    <>
      {isSessionFull(session) ? 'Krijg je een plek? Dan komt hij' : 'Komt'} zeker aan bod als je je aanmeldt vóór{' '}
      {deadline}.
    </>
  )
}

function registrationText(session: SessionView, phase: SessionPhase): string {
  if (phase === 'cancelled') return 'Kan niet: deze kennissessie gaat niet door.'
  if (phase === 'not-open-yet')
    return `Kan ${registrationOpeningInWords(session)}, ${registrationClosingInWords(session)}`
  return `${phase.startsWith('open') ? 'Kan' : 'Kon'} ${registrationClosingInWords(session)}`
}
