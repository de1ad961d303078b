import { dateAndTime, formatDeadline, isMidnight, lastDayBefore, longDate } from '@/lib/platform/time'
import { canRegister, type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { isSessionFull, type WithSeats } from './seats-copy'
import type { WithAgendaFlag } from './session-view'

type ClosingTime = Pick<SessionMoments, 'registrationClosesAt'>

/** Returns the last day of registration. Returns `null` if registration closes in the middle of a day. */
export function lastRegistrationDay({ registrationClosesAt: at }: ClosingTime): Date | null {
  return isMidnight(at) ? lastDayBefore(at) : null
}

/** Returns when registration closes: "tot en met maandag 31 oktober 2022", or with a time "tot maandag …, 12.00 uur". */
export function registrationClosingInWords(session: ClosingTime): string {
  return formatDeadline(session.registrationClosesAt)
}

/** Returns "vanaf maandag 3 oktober 2022", with a time unless it is midnight; empty if registration opens at publication. */
export function registrationOpeningInWords({ registrationOpensAt: at }: Pick<SessionMoments, 'registrationOpensAt'>) {
  if (!at) return ''
  return `vanaf ${isMidnight(at) ? longDate(at) : dateAndTime(at)}`
}

/** Returns "Aanmelden kennissessie …" for a title that starts with "kennissessie", else "Aanmelden: …". */
export function registrationTitle({ title }: { title: string }): string {
  return /^kennissessie\b/i.test(title) ? `Aanmelden k${title.slice(1)}` : `Aanmelden: ${title}`
}

/** Returns one or two sentences about whether a visitor can register at `now`. */
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
