import { Heading, Link } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/ui/text/description-list'
import { dateAndTime, isoDate, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { type SessionPhase, sessionPhase } from '@/lib/sessions/rules'
import styles from './practical-info.module.css'
import { isSessionFull, seatAvailabilityInWords } from './seats-copy'
import { registrationClosingInWords, registrationOpeningInWords } from './session-copy'
import type { SessionView } from './session-view'

/** Date, time, place and whom to ask, in the words that fit the moment. */
export function PracticalInfo({ session, now }: { session: SessionView; now: Date }) {
  const phase = sessionPhase(session, now)
  const isUpcoming = phase !== 'past' && phase !== 'cancelled'
  const deadline = (
    <time dateTime={isoLocal(session.questionDeadlineAt)}>{dateAndTime(session.questionDeadlineAt)}</time>
  )
  const items = [
    { term: 'Datum', detail: <time dateTime={isoDate(session.startsAt)}>{longDate(session.startsAt)}</time> },
    { term: 'Tijd', detail: timeRange(session.startsAt, session.endsAt) },
    { term: 'Plaats', detail: isUpcoming ? 'Online. De link en de agenda krijg je later per mail.' : 'Online' },
    { term: 'Georganiseerd door', detail: session.organisedBy },
    ...(session.hasAgendaQuestion && (phase === 'open-before-deadline' || phase === 'not-open-yet')
      ? [
          {
            term: 'Jouw vraag',
            detail: (
              <>
                {isSessionFull(session) ? 'Krijg je een plek? Dan komt hij' : 'Komt'} zeker aan bod als je je aanmeldt
                vóór {deadline}.
              </>
            ),
          },
        ]
      : []),
    ...(session.hasAgendaQuestion && phase === 'open-after-deadline'
      ? [
          {
            term: 'Jouw vraag',
            detail: <>Behandelen we als dat lukt. Zeker aan bod komen vragen van vóór {deadline}.</>,
          },
        ]
      : []),
    ...(isUpcoming && session.seats ? [{ term: 'Plaatsen', detail: seatAvailabilityInWords(session) }] : []),
    {
      term: 'Aanmelden',
      detail: registrationText(session, phase),
    },
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
