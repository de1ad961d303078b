import { dateAndTime, isoDate, isoLocal, longDate } from '@/lib/platform/time'
import { type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { isFull, type WithPlaces } from './places'
import type { WithPromise } from './session-view'
import { closingInWords, lastDayToRegister, openingInWords } from './words'

/** One stop on the path: a moment that was, that is now, or that comes. */
export type Moment = {
  key: 'opening' | 'deadline' | 'closing' | 'session' | 'now'
  state: 'done' | 'now' | 'coming' | 'dropped'
  title: string
  /** For `<time datetime>`. */
  machine?: string
  text: string
}

/** Said where nothing is promised about a question. */
const open = 'Aanmelden is open.'

const nowIs = {
  'not-open-yet': 'Aanmelden kan nog niet.',
  'open-in-time': 'Aanmelden is open. Je vraag komt zeker aan bod.',
  'open-later': 'Aanmelden is nog open. We behandelen je vraag als dat lukt.',
  closed: 'Aanmelden is gesloten.',
  past: 'De kennissessie is geweest.',
  cancelled: 'De kennissessie gaat niet door.',
} as const

/** The moments of a kennissessie in the order of time, with "Nu" where `now` truly lies. */
export function momentsOf(session: SessionMoments & WithPlaces & WithPromise, now: Date): Moment[] {
  const phase = sessionPhase(session, now)
  const { startsAt, endsAt, questionDeadlineAt, registrationOpensAt, registrationClosesAt } = session
  const lastDay = lastDayToRegister(session)
  const started = phase === 'closed' && now >= startsAt

  const stops = [
    {
      key: 'deadline',
      from: questionDeadlineAt,
      title: `Vóór ${dateAndTime(questionDeadlineAt)}`,
      machine: isoLocal(questionDeadlineAt),
      coming: isFull(session)
        ? 'Meld je je vóór dit moment aan, en krijg je een plek? Dan komt je vraag zeker aan bod.'
        : 'Meld je je vóór dit moment aan? Dan komt je vraag zeker aan bod.',
      done: 'Voorbij. Wie zich op tijd aanmeldde, weet zeker dat de vraag aan bod komt.',
      over: 'Voorbij. Wie zich op tijd aanmeldde, wist zeker dat de vraag aan bod kwam.',
    },
    {
      key: 'closing',
      from: registrationClosesAt,
      title: closingInWords(session).replace(/^t/, 'T'),
      machine: lastDay ? isoDate(lastDay) : isoLocal(registrationClosesAt),
      coming: 'Zo lang kun je je aanmelden.',
      done: 'Voorbij. Aanmelden kan niet meer.',
      over: 'Voorbij. Aanmelden kan niet meer.',
    },
    {
      key: 'session',
      from: endsAt,
      title: longDate(startsAt),
      machine: isoDate(startsAt),
      coming: 'De kennissessie. Je krijgt de link en de agenda vooraf per mail.',
      done: 'Voorbij. Dit was de dag van de kennissessie.',
      over: 'Voorbij. Dit was de dag van de kennissessie.',
    },
  ] as const

  // Once it is open, that it opened is no news.
  const opening = {
    key: 'opening',
    from: registrationOpensAt ?? now,
    title: openingInWords(session).replace(/^v/, 'V'),
    machine: registrationOpensAt ? isoLocal(registrationOpensAt) : undefined,
    coming: 'Dan kun je je aanmelden.',
    done: '',
    over: '',
  } as const

  // Where no question is treated, their deadline is nobody's.
  const kept = stops.filter(({ key }) => key !== 'deadline' || session.treatsQuestions)
  const path = [...(phase === 'not-open-yet' ? [opening] : []), ...kept]
    .sort((a, b) => a.from.getTime() - b.from.getTime())
    .map(({ key, from, title, machine, ...texts }): Moment => {
      if (phase === 'cancelled') return { key, title, machine, state: 'dropped', text: 'Vervallen' }
      if (now < from) return { key, title, machine, state: 'coming', text: texts.coming }
      return { key, title, machine, state: 'done', text: phase === 'past' ? texts.over : texts.done }
    })
  const here = phase === 'cancelled' ? 0 : path.filter((moment) => moment.state === 'done').length
  const isOpen = phase.startsWith('open')
  const plain = isOpen && !session.treatsQuestions ? open : nowIs[phase]
  const waits = isOpen && isFull(session)
  const means = waits ? 'Alle plaatsen zijn bezet. Je kunt je aanmelden voor de wachtlijst.' : plain
  const text = started ? 'De kennissessie is bezig.' : means
  return [...path.slice(0, here), { key: 'now', state: 'now', title: 'Nu', text }, ...path.slice(here)]
}
