import { dateAndTime, lastDayBefore, longDate } from '@/lib/platform/time'

/** The moments a rule looks at; all instants. */
export type SessionMoments = {
  startsAt: Date
  endsAt: Date
  questionDeadlineAt: Date
  registrationClosesAt: Date
  cancelledAt: Date | null
}

export type SessionPhase = 'open-in-time' | 'open-later' | 'closed' | 'past' | 'cancelled'

/** Where a kennissessie stands at `now`. A deadline is a first moment too late: at that very millisecond it has passed. */
export function sessionPhase(session: SessionMoments, now: Date): SessionPhase {
  if (session.cancelledAt) return 'cancelled'
  if (now >= session.endsAt) return 'past'
  if (now >= session.registrationClosesAt) return 'closed'
  return questionIsInTime(session, now) ? 'open-in-time' : 'open-later'
}

/** Whether a question that comes in at `now` will certainly be treated. */
export function questionIsInTime(session: Pick<SessionMoments, 'questionDeadlineAt'>, now: Date): boolean {
  return now < session.questionDeadlineAt
}

/** Whether somebody can sign up at `now`. */
export function canRegister(session: SessionMoments, now: Date): boolean {
  return sessionPhase(session, now).startsWith('open')
}

/** "maandag 31 oktober 2022" when signing up closes at the start of 1 November, else the exact moment. */
export function lastMomentToRegister(session: Pick<SessionMoments, 'registrationClosesAt'>): string {
  const closes = session.registrationClosesAt
  const midnight = dateAndTime(closes).endsWith(' 00.00 uur')
  return midnight ? longDate(lastDayBefore(closes)) : dateAndTime(closes)
}

/** What stands above the form: "Aanmelden kennissessie: …". */
export function signUpTitle(session: { title: string }): string {
  return `Aanmelden ${session.title.replace(/^Kennissessie/, 'kennissessie')}`
}
