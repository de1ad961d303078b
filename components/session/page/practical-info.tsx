import { Heading, Link } from '@utrecht/component-library-react'
import type { ReactElement } from 'react'
import { isSessionFull, seatAvailabilityInWords } from '@/components/session/seats-copy'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import type { SessionView } from '@/components/session/session-view'
import { DescriptionList } from '@/components/ui/text/description-list'
import { dateAndTime, isoDate, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { type SessionPhase, sessionPhase } from '@/lib/sessions/rules'
import styles from './practical-info.module.css'

/** Date, time, place and contact. The wording depends on the phase of the session. */
export function PracticalInfo({ session, now }: { session: SessionView; now: Date }) {
  const phase = sessionPhase(session, now)
  const isUpcoming = phase !== 'past' && phase !== 'cancelled'
  const question = questionText(session, phase)
  const items = [
    { term: 'Datum', detail: <time dateTime={isoDate(session.startsAt)}>{longDate(session.startsAt)}</time> },
    { term: 'Tijd', detail: timeRange(session.startsAt, session.endsAt) },
    { term: 'Plaats', detail: isUpcoming ? 'Online. De link en de agenda krijg je later per mail.' : 'Online' },
    { term: 'Georganiseerd door', detail: session.organisedBy },
    ...(question ? [{ term: 'Jouw vraag', detail: question }] : []),
    ...(isUpcoming && session.seats ? [{ term: 'Plaatsen', detail: seatAvailabilityInWords(session) }] : []),
    { term: 'Aanmelden', detail: registrationText(session, phase) },
    { term: 'Contact', detail: <ContactDetails session={session} /> },
  ]
  return (
    <aside className={styles.facts} aria-labelledby="praktisch">
      <Heading level={2} id="praktisch" className={styles.heading}>
        Praktische informatie
      </Heading>
      <DescriptionList items={items} />
    </aside>
  )
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

function ContactDetails({ session }: { session: SessionView }) {
  return (
    <>
      {session.contactName}
      <br />
      <Link href={`mailto:${session.contactEmail}`}>{session.contactEmail}</Link>
    </>
  )
}
