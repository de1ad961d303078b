import { dateAndTime, isoDate, isoLocal, longDate } from '@/lib/platform/time'
import { type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { isSessionFull, type WithSeats } from './seats-copy'
import { lastRegistrationDay, registrationClosingInWords, registrationOpeningInWords } from './session-copy'
import type { WithAgendaFlag } from './session-view'

/** One stop on the path: a moment that was, that is now, or that comes. */
export type TimelineMoment = {
  key: 'opening' | 'deadline' | 'closing' | 'session' | 'now'
  state: 'done' | 'now' | 'coming' | 'dropped'
  title: string
  /** For `<time datetime>`. */
  dateTime?: string
  text: string
}

/** Said where nothing is promised about a question. */
const openText = 'Aanmelden is open.'

const phaseTexts = {
  'not-open-yet': 'Aanmelden kan nog niet.',
  'open-before-deadline': 'Aanmelden is open. Je vraag komt zeker aan bod.',
  'open-after-deadline': 'Aanmelden is nog open. We behandelen je vraag als dat lukt.',
  closed: 'Aanmelden is gesloten.',
  past: 'De kennissessie is geweest.',
  cancelled: 'De kennissessie gaat niet door.',
} as const

/** The moments of a kennissessie in the order of time, with "Nu" where `now` truly lies. */
export function timelineMoments(session: SessionMoments & WithSeats & WithAgendaFlag, now: Date): TimelineMoment[] {
  const phase = sessionPhase(session, now)
  const { startsAt, endsAt, questionDeadlineAt, registrationOpensAt, registrationClosesAt } = session
  const lastDay = lastRegistrationDay(session)
  const started = phase === 'closed' && now >= startsAt

  const stops = [
    {
      key: 'deadline',
      from: questionDeadlineAt,
      title: `Vóór ${dateAndTime(questionDeadlineAt)}`,
      dateTime: isoLocal(questionDeadlineAt),
      coming: isSessionFull(session)
        ? 'Meld je je vóór dit moment aan, en krijg je een plek? Dan komt je vraag zeker aan bod.'
        : 'Meld je je vóór dit moment aan? Dan komt je vraag zeker aan bod.',
      done: 'Voorbij. Wie zich op tijd aanmeldde, weet zeker dat de vraag aan bod komt.',
      over: 'Voorbij. Wie zich op tijd aanmeldde, wist zeker dat de vraag aan bod kwam.',
    },
    {
      key: 'closing',
      from: registrationClosesAt,
      title: registrationClosingInWords(session).replace(/^t/, 'T'),
      dateTime: lastDay ? isoDate(lastDay) : isoLocal(registrationClosesAt),
      coming: 'Zo lang kun je je aanmelden.',
      done: 'Voorbij. Aanmelden kan niet meer.',
      over: 'Voorbij. Aanmelden kan niet meer.',
    },
    {
      key: 'session',
      from: endsAt,
      title: longDate(startsAt),
      dateTime: isoDate(startsAt),
      coming: 'De kennissessie. Je krijgt de link en de agenda vooraf per mail.',
      done: 'Voorbij. Dit was de dag van de kennissessie.',
      over: 'Voorbij. Dit was de dag van de kennissessie.',
    },
  ] as const

  // Once it is open, that it opened is no news.
  const opening = {
    key: 'opening',
    from: registrationOpensAt ?? now,
    title: registrationOpeningInWords(session).replace(/^v/, 'V'),
    dateTime: registrationOpensAt ? isoLocal(registrationOpensAt) : undefined,
    coming: 'Dan kun je je aanmelden.',
    done: '',
    over: '',
  } as const

  // Where no question is treated, their deadline is nobody's.
  const shownStops = stops.filter(({ key }) => key !== 'deadline' || session.hasAgendaQuestion)
  const path = [...(phase === 'not-open-yet' ? [opening] : []), ...shownStops]
    .sort((a, b) => a.from.getTime() - b.from.getTime())
    .map(({ key, from, title, dateTime, ...texts }): TimelineMoment => {
      if (phase === 'cancelled') return { key, title, dateTime, state: 'dropped', text: 'Vervallen' }
      if (now < from) return { key, title, dateTime, state: 'coming', text: texts.coming }
      return { key, title, dateTime, state: 'done', text: phase === 'past' ? texts.over : texts.done }
    })
  const nowIndex = phase === 'cancelled' ? 0 : path.filter((moment) => moment.state === 'done').length
  const isOpen = phase.startsWith('open')
  const phaseText = isOpen && !session.hasAgendaQuestion ? openText : phaseTexts[phase]
  const isWaitlistOpen = isOpen && isSessionFull(session)
  const statusText = isWaitlistOpen ? 'Alle plaatsen zijn bezet. Je kunt je aanmelden voor de wachtlijst.' : phaseText
  const text = started ? 'De kennissessie is bezig.' : statusText
  return [...path.slice(0, nowIndex), { key: 'now', state: 'now', title: 'Nu', text }, ...path.slice(nowIndex)]
}
