import type { ReleaseInput, ReleaseRefusal, SessionTimes } from './schema'

export type SessionMoments = SessionTimes & { cancelledAt: Date | null }

export type SessionPhase =
  | 'not-open-yet'
  | 'open-before-deadline'
  | 'open-after-deadline'
  | 'closed'
  | 'past'
  | 'cancelled'

/** Returns the phase of a session at `now`. At the exact instant of a deadline, that deadline has passed. */
export function sessionPhase(session: SessionMoments, now: Date): SessionPhase {
  if (session.cancelledAt) return 'cancelled'
  if (hasEnded(session, now)) return 'past'
  if (now >= session.registrationClosesAt) return 'closed'
  if (session.registrationOpensAt && now < session.registrationOpensAt) return 'not-open-yet'
  return isBeforeQuestionDeadline(session, now) ? 'open-before-deadline' : 'open-after-deadline'
}

type QuestionDeadline = Pick<SessionMoments, 'questionDeadlineAt'>

/** Returns whether a question for the agenda that is asked at `now` is guaranteed to be treated in the session. */
export const isBeforeQuestionDeadline = ({ questionDeadlineAt }: QuestionDeadline, now: Date): boolean =>
  now < questionDeadlineAt

/** Returns whether pages promise at `now` that a new agenda question is treated. False for a cancelled session. */
export const areNewQuestionsGuaranteed = (
  session: QuestionDeadline & Pick<SessionMoments, 'cancelledAt'>,
  now: Date,
): boolean => !session.cancelledAt && isBeforeQuestionDeadline(session, now)

/** Returns whether the end time has passed at `now`, also for a cancelled session. */
export const hasEnded = ({ endsAt }: Pick<SessionMoments, 'endsAt'>, now: Date): boolean => now >= endsAt

/** Returns whether participants can open the meeting link at `now`: from its release, also before the start, to the end. */
export const canJoin = (session: SessionMoments & { isReleased: boolean }, now: Date): boolean =>
  session.isReleased && !session.cancelledAt && !hasEnded(session, now)

export const canRegister = (session: SessionMoments, now: Date): boolean => registrationRefusal(session, now) === null

/** Returns why registration is closed at `now`, or `null` when it is open. */
export function registrationRefusal(session: SessionMoments, now: Date) {
  const phase = sessionPhase(session, now)
  if (phase === 'cancelled') return 'session-cancelled'
  if (phase === 'not-open-yet') return 'registration-not-open-yet'
  return phase === 'open-before-deadline' || phase === 'open-after-deadline' ? null : 'registration-closed'
}

type ReleaseCheck = {
  session: Pick<SessionMoments, 'endsAt' | 'cancelledAt'>
  /** Latest release of meeting link and agenda, or `null` before the first. */
  latest: (ReleaseInput & { number: number }) | null
  /** `after` is the number of the latest release when the organiser opened the form, or 0 before the first. */
  requested: ReleaseInput & { after: number }
}

/** Returns why the requested link and agenda cannot be released at `now`, or `null` when they can. */
export function releaseRefusal({ session, latest, requested }: ReleaseCheck, now: Date): ReleaseRefusal | null {
  if (session.cancelledAt) return 'session-cancelled'
  if (hasEnded(session, now)) return 'session-over'
  if (!latest) return null
  if (latest.onlineLink === requested.onlineLink && latest.agenda === requested.agenda) return 'nothing-changed'
  return latest.number > requested.after ? 'released-meanwhile' : null
}

/** Returns whether the order is: opening (if any), question deadline, closing, start, end. */
export function areTimesInOrder(times: SessionTimes): boolean {
  const { registrationOpensAt, questionDeadlineAt, registrationClosesAt, startsAt, endsAt } = times
  const opensInTime = !registrationOpensAt || registrationOpensAt < questionDeadlineAt
  const closesInTime = questionDeadlineAt <= registrationClosesAt && registrationClosesAt <= startsAt
  return opensInTime && closesInTime && startsAt < endsAt
}

/** Returns all times as one text, to compare them or put them in a form. `serializedTimesSchema` parses it. */
export function serializeTimes(times: SessionTimes): string {
  const { startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt } = times
  const moments = [startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt]
  return moments.map((at) => at?.toISOString() ?? '-').join(' ')
}

/** Returns `session` when start or end changes (participants need a notice), `deadlines` when only other times change. */
export function classifyScheduleChange(before: SessionTimes, after: SessionTimes): 'nothing' | 'deadlines' | 'session' {
  if (serializeTimes(before) === serializeTimes(after)) return 'nothing'
  const { startsAt, endsAt } = after
  return serializeTimes(before) === serializeTimes({ ...before, startsAt, endsAt }) ? 'deadlines' : 'session'
}

type ScheduleChange = { before: SessionTimes; after: SessionTimes; recipients: number }

/** Returns whether anyone can be notified of a reschedule at `now`: start or end changes, and the new end is ahead. */
export const canNotifyOfReschedule = ({ before, after, recipients }: ScheduleChange, now: Date): boolean =>
  classifyScheduleChange(before, after) === 'session' && recipients > 0 && !hasEnded(after, now)

/** Returns whether a session can be archived at `now`: it is unpublished, cancelled or over. */
export const canArchive = (
  session: Pick<SessionMoments, 'cancelledAt' | 'endsAt'> & { publishedAt: Date | null },
  now: Date,
): boolean => session.publishedAt === null || session.cancelledAt !== null || hasEnded(session, now)

/** Returns whether a session can be published at `now`. Does not check `publishWarnings`. */
export const canPublish = (
  session: Pick<SessionMoments, 'cancelledAt' | 'endsAt'> & Record<'publishedAt' | 'archivedAt', Date | null>,
  now: Date,
): boolean => !session.publishedAt && !session.cancelledAt && !session.archivedAt && !hasEnded(session, now)

type PublishableSession = QuestionDeadline & { registrationClosesAt: Date; hasAgendaQuestion: boolean }

export type PublishWarning = 'no-agenda-question' | 'registration-closed' | 'deadline-passed'

/** Returns the warnings that an organiser must acknowledge before publishing at `now`. */
export function publishWarnings(session: PublishableSession, now: Date): PublishWarning[] {
  const warnings: PublishWarning[] = session.hasAgendaQuestion ? [] : ['no-agenda-question']
  if (now >= session.registrationClosesAt) warnings.push('registration-closed')
  else if (session.hasAgendaQuestion && !isBeforeQuestionDeadline(session, now)) warnings.push('deadline-passed')
  return warnings
}

/** Returns ids, order and retirement of a form's questions as one text. It differs once somebody has changed the form. */
export const formFingerprint = (questions: { id: string; retiredAt: Date | null }[]) =>
  questions.map(({ id, retiredAt }) => (retiredAt ? `(${id})` : id)).join(' ')
