import { dateAndTime, formatDeadline, isMidnight, lastDayBefore, longDate } from '@/lib/platform/time'
import { canRegister, type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { isSessionFull, type WithSeats } from './seats-copy'
import type { WithAgendaFlag } from './session-view'

type ClosingTime = Pick<SessionMoments, 'registrationClosesAt'>

/** The last whole day on which somebody can sign up, or null when signing up closes in the middle of a day. */
export function lastRegistrationDay({ registrationClosesAt: at }: ClosingTime): Date | null {
  return isMidnight(at) ? lastDayBefore(at) : null
}

/** "tot en met maandag 31 oktober 2022"; with a time that is the first moment too late: "tot maandag …, 12.00 uur". */
export function registrationClosingInWords(session: ClosingTime): string {
  return formatDeadline(session.registrationClosesAt)
}

/** "vanaf maandag 3 oktober 2022"; with a time unless that is the start of the day. Empty when it opens by publishing. */
export function registrationOpeningInWords({
  registrationOpensAt: at,
}: Pick<SessionMoments, 'registrationOpensAt'>): string {
  if (!at) return ''
  return `vanaf ${isMidnight(at) ? longDate(at) : dateAndTime(at)}`
}

/** What stands above the form: "Aanmelden kennissessie: …", and "Aanmelden: …" for another title. */
export function registrationTitle({ title }: { title: string }): string {
  return /^kennissessie\b/i.test(title) ? `Aanmelden k${title.slice(1)}` : `Aanmelden: ${title}`
}

/** In one or two sentences what a visitor can still do for a kennissessie at `now`. */
export function registrationOptionsInWords(session: SessionMoments & WithSeats & WithAgendaFlag, now: Date): string {
  const closing = registrationClosingInWords(session)
  const ifGuaranteed = (words: string) => (session.hasAgendaQuestion ? words : '')
  if (isSessionFull(session) && canRegister(session, now)) return `Vol. Aanmelden voor de wachtlijst kan ${closing}.`
  switch (sessionPhase(session, now)) {
    case 'not-open-yet':
      return `Aanmelden kan ${registrationOpeningInWords(session)}, ${closing}.`
    case 'open-before-deadline':
      return `Aanmelden kan ${closing}.${ifGuaranteed(` Meld je je aan vóór ${dateAndTime(session.questionDeadlineAt)}? Dan komt je vraag zeker aan bod.`)}`
    case 'open-after-deadline':
      return `Aanmelden kan ${closing}.${ifGuaranteed(' We behandelen je vraag als dat lukt.')}`
    case 'closed':
      return now >= session.startsAt ? 'Deze kennissessie is bezig.' : 'Aanmelden is gesloten.'
    case 'past':
      return 'Geweest. Je kunt nog lezen waar het over ging.'
    case 'cancelled':
      return 'Gaat niet door.'
  }
}
