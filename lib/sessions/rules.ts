import {
  addDays,
  amsterdamInstant,
  isMidnight,
  isoDate,
  isoTime,
  lastDayBefore,
  wallTimeExists,
} from '@/lib/platform/time'
import type { PublishWarning } from './details-schema'
import type {
  ReleaseInput,
  ReleaseRefusal,
  ScheduleField,
  ScheduleFieldReason,
  ScheduleInput,
  SessionTimes,
} from './schema'

/** The moments a rule looks at; all instants. */
export type SessionMoments = SessionTimes & { cancelledAt: Date | null }

export type SessionPhase =
  | 'not-open-yet'
  | 'open-before-deadline'
  | 'open-after-deadline'
  | 'closed'
  | 'past'
  | 'cancelled'

/** Where a kennissessie stands at `now`. A deadline is a first moment too late: at that very millisecond it has passed. */
export function sessionPhase(session: SessionMoments, now: Date): SessionPhase {
  if (session.cancelledAt) return 'cancelled'
  if (hasEnded(session, now)) return 'past'
  if (now >= session.registrationClosesAt) return 'closed'
  if (session.registrationOpensAt && now < session.registrationOpensAt) return 'not-open-yet'
  return isBeforeQuestionDeadline(session, now) ? 'open-before-deadline' : 'open-after-deadline'
}

/** Whether a question that comes in at `now` will certainly be treated. */
export function isBeforeQuestionDeadline(session: Pick<SessionMoments, 'questionDeadlineAt'>, now: Date): boolean {
  return now < session.questionDeadlineAt
}

/** Whether it is still promised at `now` that new questions will be treated, by who can sign up or soon can. */
export function areNewQuestionsGuaranteed(
  session: Pick<SessionMoments, 'questionDeadlineAt' | 'cancelledAt'>,
  now: Date,
): boolean {
  return !session.cancelledAt && isBeforeQuestionDeadline(session, now)
}

/** Whether the day is over, also of a kennissessie that did not take place. */
export function hasEnded({ endsAt }: Pick<SessionMoments, 'endsAt'>, now: Date): boolean {
  return now >= endsAt
}

/** Whether somebody can sign up at `now`. */
export function canRegister(session: SessionMoments, now: Date): boolean {
  return registrationRefusal(session, now) === null
}

/** Why nobody can sign up at `now`, or null when somebody can. */
export function registrationRefusal(session: SessionMoments, now: Date): RegistrationClosedReason | null {
  const phase = sessionPhase(session, now)
  if (phase === 'cancelled') return 'session-cancelled'
  if (phase === 'not-open-yet') return 'registration-not-open-yet'
  return phase === 'open-before-deadline' || phase === 'open-after-deadline' ? null : 'registration-closed'
}
type RegistrationClosedReason = 'registration-not-open-yet' | 'registration-closed' | 'session-cancelled'

type ReleaseCheck = {
  session: Pick<SessionMoments, 'endsAt' | 'cancelledAt'>
  /** The release that holds, or null before the first. */
  latest: (ReleaseInput & { number: number }) | null
  /** `after`: the number of the last release that the organiser saw, 0 when there was none. */
  asked: ReleaseInput & { after: number }
}

/** Why this cannot be released at `now`, or null when it can. What holds already needs no second release. */
export function releaseRefusal(
  { session, latest, asked }: ReleaseCheck,
  now: Date,
): Exclude<ReleaseRefusal, 'unknown-session' | 'recipients-changed'> | null {
  if (session.cancelledAt) return 'session-cancelled'
  if (hasEnded(session, now)) return 'session-over'
  if (!latest) return null
  if (latest.onlineLink === asked.onlineLink && latest.agenda === asked.agenda) return 'nothing-changed'
  return latest.number > asked.after ? 'released-meanwhile' : null
}

/** Whether the moments follow each other: opening (if there is one), question deadline, closing, start, end. */
export function areTimesInOrder(times: SessionTimes): boolean {
  const { registrationOpensAt, questionDeadlineAt, registrationClosesAt, startsAt, endsAt } = times
  const opensInTime = !registrationOpensAt || registrationOpensAt < questionDeadlineAt
  const closesInTime = questionDeadlineAt <= registrationClosesAt && registrationClosesAt <= startsAt
  return opensInTime && closesInTime && startsAt < endsAt
}

/** All moments in one text, to tell whether they are still the same; `stampSchema` reads it. */
export function serializeTimes(times: SessionTimes): string {
  const { startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt } = times
  const moments = [startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt]
  return moments.map((at) => at?.toISOString() ?? '-').join(' ')
}

/** What it means to go from these moments to those: only who must come at another time has to hear of it. */
export function classifyScheduleChange(before: SessionTimes, after: SessionTimes): 'nothing' | 'deadlines' | 'session' {
  if (serializeTimes(before) === serializeTimes(after)) return 'nothing'
  const { startsAt, endsAt } = after
  return serializeTimes(before) === serializeTimes({ ...before, startsAt, endsAt }) ? 'deadlines' : 'session'
}

type ScheduleChange = { before: SessionTimes; after: SessionTimes; recipients: number }

/** Whether there is somebody to tell of a move at `now`. Nobody is mailed to come to what has been. */
export function canNotifyOfReschedule({ before, after, recipients }: ScheduleChange, now: Date): boolean {
  return classifyScheduleChange(before, after) === 'session' && recipients > 0 && !hasEnded(after, now)
}

type ScheduleFormErrors = Partial<Record<ScheduleField, ScheduleFieldReason>>
type ParsedTimes = { ok: true; times: SessionTimes } | { ok: false; errors: ScheduleFormErrors }

/** The instants of what an organiser filled in, or for each field why it cannot be. */
export function parseTimes({
  date,
  openingDate,
  openingTime,
  closingDate,
  closingTime,
  ...typed
}: ScheduleInput): ParsedTimes {
  if (openingTime && !openingDate) return { ok: false, errors: { openingDate: 'not-a-date' } }
  const wallTimes = {
    startTime: { ...date, ...typed.startTime },
    endTime: { ...date, ...typed.endTime },
    deadlineTime: { ...typed.deadlineDate, ...typed.deadlineTime },
    ...(openingDate && { openingTime: { ...openingDate, ...(openingTime ?? midnight) } }),
    closingTime: { ...closingDate, ...(closingTime ?? midnight) },
  }
  const impossible = Object.entries(wallTimes).filter(([, wall]) => !wallTimeExists(wall))
  if (impossible.length > 0) return { ok: false, errors: Object.fromEntries(impossible.map(([at]) => [at, 'skipped'])) }

  const closes = amsterdamInstant(wallTimes.closingTime)
  const times = {
    startsAt: amsterdamInstant(wallTimes.startTime),
    endsAt: amsterdamInstant(wallTimes.endTime),
    questionDeadlineAt: amsterdamInstant(wallTimes.deadlineTime),
    registrationOpensAt: wallTimes.openingTime ? amsterdamInstant(wallTimes.openingTime) : null,
    registrationClosesAt: closingTime ? closes : addDays(closes, 1),
  }
  const { registrationOpensAt: opens } = times
  const errors: ScheduleFormErrors = {
    ...(opens && opens >= times.questionDeadlineAt && { openingDate: 'opening-after-deadline' }),
    ...(times.startsAt >= times.endsAt && { endTime: 'end-before-start' }),
    ...(times.questionDeadlineAt > times.registrationClosesAt && { deadlineDate: 'deadline-after-closing' }),
    ...(times.registrationClosesAt > times.startsAt && { closingDate: 'closing-after-start' }),
    // "Until and including the 31st, 0.00" is read by one as its begin and by another as its end.
    ...(closingTime && isMidnight(closes) && { closingTime: 'midnight' }),
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, times }
}

/** The same for a session that is yet to be made at `now`: one that has been could never be published. */
export function parseNewSessionTimes(typed: ScheduleInput, now: Date): ParsedTimes {
  const parsed = parseTimes(typed)
  if (!hasEnded({ endsAt: amsterdamInstant({ ...typed.date, ...typed.endTime }) }, now)) return parsed
  // That signing up closes after a day of the past is no mistake of its own.
  const { closingDate, ...errors } = parsed.ok ? {} : parsed.errors
  const keptErrors = closingDate === 'closing-after-start' ? errors : { ...errors, ...(closingDate && { closingDate }) }
  return { ok: false, errors: { ...keptErrors, date: 'in-the-past' } }
}

const midnight = { hour: 0, minute: 0 }

/** The other way round: what stands in the fields of the form for these moments. */
export function timesToFormValues(times: SessionTimes) {
  const { startsAt, endsAt, questionDeadlineAt, registrationOpensAt: opens, registrationClosesAt } = times
  const wholeDay = isMidnight(registrationClosesAt)
  return {
    date: isoDate(startsAt),
    startTime: isoTime(startsAt),
    endTime: isoTime(endsAt),
    deadlineDate: isoDate(questionDeadlineAt),
    deadlineTime: isoTime(questionDeadlineAt),
    openingDate: opens ? isoDate(opens) : '',
    openingTime: opens && !isMidnight(opens) ? isoTime(opens) : '',
    closingDate: isoDate(wholeDay ? lastDayBefore(registrationClosesAt) : registrationClosesAt),
    closingTime: wholeDay ? '' : isoTime(registrationClosesAt),
  } satisfies Record<ScheduleField, string>
}

type ArchivableSession = { publishedAt: Date | null; cancelledAt: Date | null; endsAt: Date }

/** Whether a session may go out of the way at the desk: nobody can sign up for it and nobody waits for it. */
export function canArchive(session: ArchivableSession, now: Date): boolean {
  return session.publishedAt === null || session.cancelledAt !== null || hasEnded(session, now)
}

type PublishableSession = Pick<SessionTimes, 'questionDeadlineAt' | 'registrationClosesAt'> & {
  hasAgendaQuestion: boolean
}

/** What an organiser has to know before a session is published at `now`: it is done all the same when they do. */
export function publishWarnings(session: PublishableSession, now: Date): PublishWarning[] {
  const { hasAgendaQuestion, registrationClosesAt } = session
  const closed = now >= registrationClosesAt
  const pastDeadline = hasAgendaQuestion && !closed && !isBeforeQuestionDeadline(session, now)
  return [
    ...(hasAgendaQuestion ? [] : ['no-agenda-question' as const]),
    ...(closed ? ['registration-closed' as const] : []),
    ...(pastDeadline ? ['deadline-passed' as const] : []),
  ]
}

/** The questions of a form and their order in one text, to tell whether they are still the same. */
export const formFingerprint = (questions: { id: string; retiredAt: Date | null }[]) =>
  questions.map(({ id, retiredAt }) => (retiredAt ? `(${id})` : id)).join(' ')
