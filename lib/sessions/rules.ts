import type { SessionTimes } from './schema'

/** The moments a rule looks at; all instants. */
export type SessionMoments = SessionTimes & { cancelledAt: Date | null }

export type SessionPhase = 'open-in-time' | 'open-later' | 'closed' | 'past' | 'cancelled'

/** Where a kennissessie stands at `now`. A deadline is a first moment too late: at that very millisecond it has passed. */
export function sessionPhase(session: SessionMoments, now: Date): SessionPhase {
  if (session.cancelledAt) return 'cancelled'
  if (hasBeen(session, now)) return 'past'
  if (now >= session.registrationClosesAt) return 'closed'
  return questionIsInTime(session, now) ? 'open-in-time' : 'open-later'
}

/** Whether a question that comes in at `now` will certainly be treated. */
export function questionIsInTime(session: Pick<SessionMoments, 'questionDeadlineAt'>, now: Date): boolean {
  return now < session.questionDeadlineAt
}

/** Whether the day is over, also of a kennissessie that did not take place. */
export function hasBeen({ endsAt }: Pick<SessionMoments, 'endsAt'>, now: Date): boolean {
  return now >= endsAt
}

/** Whether somebody can sign up at `now`. */
export function canRegister(session: SessionMoments, now: Date): boolean {
  return whyClosed(session, now) === null
}

/** Why nobody can sign up at `now`, or null when somebody can. */
export function whyClosed(session: SessionMoments, now: Date): 'registration-closed' | 'session-cancelled' | null {
  const phase = sessionPhase(session, now)
  if (phase === 'cancelled') return 'session-cancelled'
  return phase === 'open-in-time' || phase === 'open-later' ? null : 'registration-closed'
}

/** Whether the moments follow each other: question deadline, closing, start, end. */
export function timesAreInOrder({ questionDeadlineAt, registrationClosesAt, startsAt, endsAt }: SessionTimes): boolean {
  return questionDeadlineAt <= registrationClosesAt && registrationClosesAt <= startsAt && startsAt < endsAt
}
