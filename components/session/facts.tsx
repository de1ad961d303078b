import { Heading, Link } from '@utrecht/component-library-react'
import { DescriptionList } from '@/components/layout/description-list'
import { dateAndTime, isoDate, isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { type SessionPhase, sessionPhase } from '@/lib/sessions/rules'
import styles from './facts.module.css'
import { isFull, placesInWords } from './places'
import type { SessionView } from './session-view'
import { closingInWords, openingInWords } from './words'

/** Date, time, place and whom to ask, in the words that fit the moment. */
export function Facts({ session, now }: { session: SessionView; now: Date }) {
  const phase = sessionPhase(session, now)
  const ahead = phase !== 'past' && phase !== 'cancelled'
  const deadline = (
    <time dateTime={isoLocal(session.questionDeadlineAt)}>{dateAndTime(session.questionDeadlineAt)}</time>
  )
  const items = [
    { term: 'Datum', detail: <time dateTime={isoDate(session.startsAt)}>{longDate(session.startsAt)}</time> },
    { term: 'Tijd', detail: timeRange(session.startsAt, session.endsAt) },
    { term: 'Plaats', detail: ahead ? 'Online. De link en de agenda krijg je later per mail.' : 'Online' },
    { term: 'Georganiseerd door', detail: session.organisedBy },
    ...(session.treatsQuestions && (phase === 'open-in-time' || phase === 'not-open-yet')
      ? [
          {
            term: 'Jouw vraag',
            detail: (
              <>
                {isFull(session) ? 'Krijg je een plek? Dan komt hij' : 'Komt'} zeker aan bod als je je aanmeldt vóór{' '}
                {deadline}.
              </>
            ),
          },
        ]
      : []),
    ...(session.treatsQuestions && phase === 'open-later'
      ? [
          {
            term: 'Jouw vraag',
            detail: <>Behandelen we als dat lukt. Zeker aan bod komen vragen van vóór {deadline}.</>,
          },
        ]
      : []),
    ...(ahead && session.places ? [{ term: 'Plaatsen', detail: placesInWords(session) }] : []),
    {
      term: 'Aanmelden',
      detail: signingUp(session, phase),
    },
    { term: 'Contact', detail: <Contact session={session} /> },
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

function signingUp(session: SessionView, phase: SessionPhase): string {
  if (phase === 'cancelled') return 'Kan niet: deze kennissessie gaat niet door.'
  if (phase === 'not-open-yet') return `Kan ${openingInWords(session)}, ${closingInWords(session)}`
  return `${phase.startsWith('open') ? 'Kan' : 'Kon'} ${closingInWords(session)}`
}

function Contact({ session }: { session: SessionView }) {
  return (
    <>
      {session.contactName}
      <br />
      <Link href={`mailto:${session.contactEmail}`}>{session.contactEmail}</Link>
    </>
  )
}
