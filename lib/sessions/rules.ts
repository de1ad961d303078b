import {
  addDays,
  amsterdamInstant,
  isMidnight,
  isoDate,
  isoTime,
  lastDayBefore,
  monthAndYear,
  wallTimeExists,
} from '@/lib/platform/time'
import type { MoveField, MoveFieldReason, MoveInput, ReleaseInput, ReleaseRefusal, SessionTimes } from './schema'
import { contentLimits, type PublishWarning } from './schema-content'

/** The moments a rule looks at; all instants. */
export type SessionMoments = SessionTimes & { cancelledAt: Date | null }

export type SessionPhase = 'not-open-yet' | 'open-in-time' | 'open-later' | 'closed' | 'past' | 'cancelled'

/** Where a kennissessie stands at `now`. A deadline is a first moment too late: at that very millisecond it has passed. */
export function sessionPhase(session: SessionMoments, now: Date): SessionPhase {
  if (session.cancelledAt) return 'cancelled'
  if (hasBeen(session, now)) return 'past'
  if (now >= session.registrationClosesAt) return 'closed'
  if (session.registrationOpensAt && now < session.registrationOpensAt) return 'not-open-yet'
  return questionIsInTime(session, now) ? 'open-in-time' : 'open-later'
}

/** Whether a question that comes in at `now` will certainly be treated. */
export function questionIsInTime(session: Pick<SessionMoments, 'questionDeadlineAt'>, now: Date): boolean {
  return now < session.questionDeadlineAt
}

/** Whether it is still promised at `now` that new questions will be treated, by who can sign up or soon can. */
export function promisesMore(session: Pick<SessionMoments, 'questionDeadlineAt' | 'cancelledAt'>, now: Date): boolean {
  return !session.cancelledAt && questionIsInTime(session, now)
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
export function whyClosed(session: SessionMoments, now: Date): ClosedReason | null {
  const phase = sessionPhase(session, now)
  if (phase === 'cancelled') return 'session-cancelled'
  if (phase === 'not-open-yet') return 'registration-not-open-yet'
  return phase === 'open-in-time' || phase === 'open-later' ? null : 'registration-closed'
}
type ClosedReason = 'registration-not-open-yet' | 'registration-closed' | 'session-cancelled'

type AskedRelease = {
  session: Pick<SessionMoments, 'endsAt' | 'cancelledAt'>
  /** The release that holds, or null before the first. */
  latest: (ReleaseInput & { number: number }) | null
  /** `after`: the number of the last release that the organiser saw, 0 when there was none. */
  asked: ReleaseInput & { after: number }
}

/** Why this cannot be released at `now`, or null when it can. What holds already needs no second release. */
export function whyNotRelease(
  { session, latest, asked }: AskedRelease,
  now: Date,
): Exclude<ReleaseRefusal, 'unknown-session' | 'recipients-changed'> | null {
  if (session.cancelledAt) return 'session-cancelled'
  if (hasBeen(session, now)) return 'session-over'
  if (!latest) return null
  if (latest.onlineLink === asked.onlineLink && latest.agenda === asked.agenda) return 'nothing-changed'
  return latest.number > asked.after ? 'released-meanwhile' : null
}

/** Whether the moments follow each other: opening (if there is one), question deadline, closing, start, end. */
export function timesAreInOrder(times: SessionTimes): boolean {
  const { registrationOpensAt, questionDeadlineAt, registrationClosesAt, startsAt, endsAt } = times
  const opensInTime = !registrationOpensAt || registrationOpensAt < questionDeadlineAt
  const closesInTime = questionDeadlineAt <= registrationClosesAt && registrationClosesAt <= startsAt
  return opensInTime && closesInTime && startsAt < endsAt
}

/** All moments in one text, to tell whether they are still the same; `stampSchema` reads it. */
export function stampOf(times: SessionTimes): string {
  const { startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt } = times
  const moments = [startsAt, endsAt, questionDeadlineAt, registrationClosesAt, registrationOpensAt]
  return moments.map((at) => at?.toISOString() ?? '-').join(' ')
}

/** What it means to go from these moments to those: only who must come at another time has to hear of it. */
export function whatMoves(before: SessionTimes, after: SessionTimes): 'nothing' | 'deadlines' | 'session' {
  if (stampOf(before) === stampOf(after)) return 'nothing'
  const { startsAt, endsAt } = after
  return stampOf(before) === stampOf({ ...before, startsAt, endsAt }) ? 'deadlines' : 'session'
}

type Move = { before: SessionTimes; after: SessionTimes; recipients: number }

/** Whether there is somebody to tell of a move at `now`. Nobody is mailed to come to what has been. */
export function canTell({ before, after, recipients }: Move, now: Date): boolean {
  return whatMoves(before, after) === 'session' && recipients > 0 && !hasBeen(after, now)
}

type Errors = Partial<Record<MoveField, MoveFieldReason>>
type Asked = { ok: true; times: SessionTimes } | { ok: false; errors: Errors }

/** The instants of what an organiser filled in, or for each field why it cannot be. */
export function timesAsked({ date, openingDate, openingTime, closingDate, closingTime, ...typed }: MoveInput): Asked {
  if (openingTime && !openingDate) return { ok: false, errors: { openingDate: 'not-a-date' } }
  const walls = {
    startTime: { ...date, ...typed.startTime },
    endTime: { ...date, ...typed.endTime },
    deadlineTime: { ...typed.deadlineDate, ...typed.deadlineTime },
    ...(openingDate && { openingTime: { ...openingDate, ...(openingTime ?? midnight) } }),
    closingTime: { ...closingDate, ...(closingTime ?? midnight) },
  }
  const impossible = Object.entries(walls).filter(([, wall]) => !wallTimeExists(wall))
  if (impossible.length > 0) return { ok: false, errors: Object.fromEntries(impossible.map(([at]) => [at, 'skipped'])) }

  const closes = amsterdamInstant(walls.closingTime)
  const times = {
    startsAt: amsterdamInstant(walls.startTime),
    endsAt: amsterdamInstant(walls.endTime),
    questionDeadlineAt: amsterdamInstant(walls.deadlineTime),
    registrationOpensAt: walls.openingTime ? amsterdamInstant(walls.openingTime) : null,
    registrationClosesAt: closingTime ? closes : addDays(closes, 1),
  }
  const { registrationOpensAt: opens } = times
  const errors: Errors = {
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
export function newTimesAsked(typed: MoveInput, now: Date): Asked {
  const asked = timesAsked(typed)
  if (!hasBeen({ endsAt: amsterdamInstant({ ...typed.date, ...typed.endTime }) }, now)) return asked
  // That signing up closes after a day of the past is no mistake of its own.
  const { closingDate, ...errors } = asked.ok ? {} : asked.errors
  const kept = closingDate === 'closing-after-start' ? errors : { ...errors, ...(closingDate && { closingDate }) }
  return { ok: false, errors: { ...kept, date: 'has-been' } }
}

const midnight = { hour: 0, minute: 0 }

/** The other way round: what stands in the fields of the form for these moments. */
export function asTyped(times: SessionTimes) {
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
  } satisfies Record<MoveField, string>
}

/** An address from a title, of whole words while they fit; empty when nothing in it can stand in an address. */
export function slugFrom(title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
  if (slug.length <= contentLimits.slug) return slug
  const cut = slug.slice(0, contentLimits.slug + 1)
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : contentLimits.slug)
}

/** The address that was filled in, or one from the title; with nothing in that either, only the word for what it is. */
export const slugOf = ({ slug, title }: { slug: string; title: string }) => slug || slugFrom(title) || 'kennissessie'

const suffixLength = '-september-2026'.length
/** What every address that could stand in for this one begins with. */
export const slugStem = (wanted: string) => wanted.slice(0, contentLimits.slug - suffixLength)

type Slug = { wanted: string; startsAt: Date | null; taken: ReadonlySet<string> }

/** This address, else with the month of the session behind it, else with the first number from 2 on that makes it a free one. */
export function freeSlug({ wanted, startsAt, taken }: Slug): string {
  const withSuffix = (suffix: string) => {
    const room = contentLimits.slug - suffix.length - 1
    return `${wanted.slice(0, room).replace(/-$/, '')}-${suffix}`
  }
  if (!taken.has(wanted)) return wanted
  const withMonth = startsAt && withSuffix(monthAndYear(startsAt).replace(' ', '-'))
  if (withMonth && !taken.has(withMonth)) return withMonth
  let number = 2
  while (taken.has(withSuffix(String(number)))) number += 1
  return withSuffix(String(number))
}

type Shown = { publishedAt: Date | null; cancelledAt: Date | null; endsAt: Date }

/** Whether a session may go out of the way at the desk: nobody can sign up for it and nobody waits for it. */
export function canArchive(session: Shown, now: Date): boolean {
  return session.publishedAt === null || session.cancelledAt !== null || hasBeen(session, now)
}

type ToPublish = Pick<SessionTimes, 'questionDeadlineAt' | 'registrationClosesAt'> & { treatsQuestions: boolean }

/** What an organiser has to know before a session is published at `now`: it is done all the same when they do. */
export function publishWarnings(session: ToPublish, now: Date): PublishWarning[] {
  const { treatsQuestions, registrationClosesAt } = session
  const closed = now >= registrationClosesAt
  const late = treatsQuestions && !closed && !questionIsInTime(session, now)
  return [
    ...(treatsQuestions ? [] : ['nothing-treated' as const]),
    ...(closed ? ['registration-closed' as const] : []),
    ...(late ? ['deadline-passed' as const] : []),
  ]
}

/** The questions of a form and their order in one text, to tell whether they are still the same. */
export const orderOf = (questions: { id: string; retiredAt: Date | null }[]) =>
  questions.map(({ id, retiredAt }) => (retiredAt ? `(${id})` : id)).join(' ')
