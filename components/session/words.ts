import { dateAndTime, isMidnight, lastDayBefore, longDate, untilInWords } from '@/lib/platform/time'
import { canRegister, type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { isFull, type WithPlaces } from './places'
import type { WithPromise } from './session-view'

type Closing = Pick<SessionMoments, 'registrationClosesAt'>

/** The last whole day on which somebody can sign up, or null when signing up closes in the middle of a day. */
export function lastDayToRegister({ registrationClosesAt: at }: Closing): Date | null {
  return isMidnight(at) ? lastDayBefore(at) : null
}

/** "tot en met maandag 31 oktober 2022"; with a time that is the first moment too late: "tot maandag …, 12.00 uur". */
export function closingInWords(session: Closing): string {
  return untilInWords(session.registrationClosesAt)
}

/** "vanaf maandag 3 oktober 2022"; with a time unless that is the start of the day. Empty when it opens by publishing. */
export function openingInWords({ registrationOpensAt: at }: Pick<SessionMoments, 'registrationOpensAt'>): string {
  if (!at) return ''
  return `vanaf ${isMidnight(at) ? longDate(at) : dateAndTime(at)}`
}

/** What stands above the form: "Aanmelden kennissessie: …", and "Aanmelden: …" for another title. */
export function signUpTitle({ title }: { title: string }): string {
  return /^kennissessie\b/i.test(title) ? `Aanmelden k${title.slice(1)}` : `Aanmelden: ${title}`
}

/** In one or two sentences what a visitor can still do for a kennissessie at `now`. */
export function momentInWords(session: SessionMoments & WithPlaces & WithPromise, now: Date): string {
  const closing = closingInWords(session)
  const promise = (words: string) => (session.treatsQuestions ? words : '')
  if (isFull(session) && canRegister(session, now)) return `Vol. Aanmelden voor de wachtlijst kan ${closing}.`
  switch (sessionPhase(session, now)) {
    case 'not-open-yet':
      return `Aanmelden kan ${openingInWords(session)}, ${closing}.`
    case 'open-in-time':
      return `Aanmelden kan ${closing}.${promise(` Meld je je aan vóór ${dateAndTime(session.questionDeadlineAt)}? Dan komt je vraag zeker aan bod.`)}`
    case 'open-later':
      return `Aanmelden kan ${closing}.${promise(' We behandelen je vraag als dat lukt.')}`
    case 'closed':
      return now >= session.startsAt ? 'Deze kennissessie is bezig.' : 'Aanmelden is gesloten.'
    case 'past':
      return 'Geweest. Je kunt nog lezen waar het over ging.'
    case 'cancelled':
      return 'Gaat niet door.'
  }
}
