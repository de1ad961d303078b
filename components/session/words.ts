import { dateAndTime, lastDayBefore, longDate } from '@/lib/platform/time'
import { lastMomentToRegister, type SessionMoments, sessionPhase } from '@/lib/sessions/rules'

/** Whether signing up closes at the end of a day, so that the whole of that day still counts. */
export function closesAfterWholeDay({ registrationClosesAt }: Pick<SessionMoments, 'registrationClosesAt'>): boolean {
  return lastMomentToRegister({ registrationClosesAt }) === longDate(lastDayBefore(registrationClosesAt))
}

/** "tot en met maandag 31 oktober 2022"; with a time that is the first moment too late: "tot maandag …, 12.00 uur". */
export function closingInWords(session: Pick<SessionMoments, 'registrationClosesAt'>): string {
  return `${closesAfterWholeDay(session) ? 'tot en met' : 'tot'} ${lastMomentToRegister(session)}`
}

/** In one or two sentences what a visitor can still do for a kennissessie at `now`. */
export function momentInWords(session: SessionMoments, now: Date): string {
  const closing = closingInWords(session)
  switch (sessionPhase(session, now)) {
    case 'open-in-time':
      return `Aanmelden kan ${closing}. Meld je je aan vóór ${dateAndTime(session.questionDeadlineAt)}? Dan komt je vraag zeker aan bod.`
    case 'open-later':
      return `Aanmelden kan ${closing}. We behandelen je vraag als dat lukt.`
    case 'closed':
      return now >= session.startsAt ? 'Deze kennissessie is bezig.' : 'Aanmelden is gesloten.'
    case 'past':
      return 'Geweest. Je kunt nog lezen waar het over ging.'
    case 'cancelled':
      return 'Gaat niet door.'
  }
}
