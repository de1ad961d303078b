import { isSessionFull, type WithSeats } from '@/components/session/seats-copy'
import {
  lastRegistrationDay,
  registrationClosingInWords,
  registrationOpeningInWords,
} from '@/components/session/session-copy'
import type { WithAgendaFlag, WithRelease } from '@/components/session/session-view'
import { dateAndTime, isoDate, isoLocal, longDate } from '@/lib/platform/time'
import { type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import styles from './timeline.module.css'

type TimelineMoment = {
  key: 'opening' | 'deadline' | 'closing' | 'session' | 'now'
  state: 'done' | 'now' | 'coming' | 'cancelled'
  title: string
  dateTime?: string
  text: string
}

/** A moment of the timeline. `coming` is its text before the moment, `done` its text after it. */
type Deadline = Pick<TimelineMoment, 'key' | 'title' | 'dateTime'> & { at: Date; coming: string; done: string }

type Session = SessionMoments & WithSeats & WithAgendaFlag & WithRelease

/** Shows the moments of a session in chronological order. A dot shows the state of each moment; its text states it too. */
export function Timeline({ session, now }: { session: Session; now: Date }) {
  return (
    <section aria-labelledby="momenten" className={styles.box}>
      <h2 id="momenten" className="visually-hidden">
        Belangrijke momenten
      </h2>
      <ol className={styles.path}>
        {timelineMoments(session, now).map(({ key, state, title, dateTime, text }) => (
          <li
            key={key}
            className={`${styles.stop} ${styles[state]}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className={styles.title}>{dateTime ? <time dateTime={dateTime}>{title}</time> : title}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Returns the deadlines and the day of a session in chronological order, with "Nu" at the position of `now`. */
export function timelineMoments(session: Session, now: Date): TimelineMoment[] {
  const isCancelled = session.cancelledAt !== null
  const path = deadlines(session, now)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ key, at, title, dateTime, coming, done }): TimelineMoment => {
      if (isCancelled) return { key, title, dateTime, state: 'cancelled', text: 'Vervallen' }
      const isDone = now >= at
      return { key, title, dateTime, state: isDone ? 'done' : 'coming', text: isDone ? done : coming }
    })
  const nowIndex = path.filter(({ state }) => state === 'done').length
  const nowMoment = { key: 'now', state: 'now', title: 'Nu', text: currentText(session, now) } as const
  return [...path.slice(0, nowIndex), nowMoment, ...path.slice(nowIndex)]
}

function deadlines(session: Session, now: Date): Deadline[] {
  const { startsAt, endsAt, questionDeadlineAt, registrationOpensAt, registrationClosesAt } = session
  const phase = sessionPhase(session, now)
  const lastDay = lastRegistrationDay(session)
  const opening: Deadline = {
    key: 'opening',
    at: registrationOpensAt ?? now,
    title: registrationOpeningInWords(session).replace(/^v/, 'V'),
    dateTime: registrationOpensAt ? isoLocal(registrationOpensAt) : undefined,
    coming: 'Dan kun je je aanmelden.',
    done: '',
  }
  const deadline: Deadline = {
    key: 'deadline',
    at: questionDeadlineAt,
    title: `Vóór ${dateAndTime(questionDeadlineAt)}`,
    dateTime: isoLocal(questionDeadlineAt),
    coming: isSessionFull(session)
      ? 'Meld je je vóór dit moment aan, en krijg je een plek? Dan komt je vraag zeker aan bod.'
      : 'Meld je je vóór dit moment aan? Dan komt je vraag zeker aan bod.',
    done:
      phase === 'past'
        ? 'Voorbij. Wie zich op tijd aanmeldde, wist zeker dat de vraag aan bod kwam.'
        : 'Voorbij. Wie zich op tijd aanmeldde, weet zeker dat de vraag aan bod komt.',
  }
  return [
    ...(phase === 'not-open-yet' ? [opening] : []),
    ...(session.hasAgendaQuestion ? [deadline] : []),
    {
      key: 'closing',
      at: registrationClosesAt,
      title: registrationClosingInWords(session).replace(/^t/, 'T'),
      dateTime: lastDay ? isoDate(lastDay) : isoLocal(registrationClosesAt),
      coming: 'Zo lang kun je je aanmelden.',
      done: 'Voorbij. Aanmelden kan niet meer.',
    },
    {
      key: 'session',
      at: endsAt,
      title: longDate(startsAt),
      dateTime: isoDate(startsAt),
      coming: sessionDayText(session, now),
      done: 'Voorbij. Dit was de dag van de kennissessie.',
    },
  ]
}

function sessionDayText({ isReleased, startsAt }: Session, now: Date): string {
  if (isReleased) return 'De kennissessie. De link en de agenda zijn gemaild.'
  return now < startsAt ? 'De kennissessie. Je krijgt de link en de agenda vooraf per mail.' : 'De kennissessie.'
}

function currentText(session: Session, now: Date): string {
  const phase = sessionPhase(session, now)
  const isOpen = phase.startsWith('open')
  if (isOpen && isSessionFull(session)) return 'Alle plaatsen zijn bezet. Je kunt je aanmelden voor de wachtlijst.'
  if (isOpen && !session.hasAgendaQuestion) return 'Aanmelden is open.'
  if (phase === 'closed' && now >= session.startsAt) return 'De kennissessie is bezig.'
  return phaseTexts[phase]
}

const phaseTexts = {
  'not-open-yet': 'Aanmelden kan nog niet.',
  'open-before-deadline': 'Aanmelden is open. Je vraag komt zeker aan bod.',
  'open-after-deadline': 'Aanmelden is nog open. We behandelen je vraag als dat lukt.',
  closed: 'Aanmelden is gesloten.',
  past: 'De kennissessie is geweest.',
  cancelled: 'De kennissessie gaat niet door.',
} as const
