import type { RegistrationInput, RegistrationSearch, RegistrationSortKey, SearchFilter } from './schema'
import { editableFields, registrationSearchSchema, searchParamNames } from './schema'

type SessionEnd = { endsAt: Date; cancelledAt: Date | null }

/** Returns why a participant cannot join the meeting at `now`, or `null`. */
export function joinMeetingRefusal(
  registration: { cancelledAt: Date | null; waitlistedAt: Date | null; session: SessionEnd; isReleased: boolean },
  now: Date,
) {
  const { cancelledAt, waitlistedAt, session, isReleased } = registration
  if (session.cancelledAt) return 'session-cancelled'
  if (cancelledAt) return 'registration-cancelled'
  if (waitlistedAt) return 'on-waiting-list'
  if (session.endsAt <= now) return 'session-over'
  return isReleased ? null : 'not-released'
}

const earlyJoinMs = 60 * 60 * 1000

/** Returns whether joining at `now` counts as attendance: from an hour before the start until the end. */
export const countsAsAttendance = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean =>
  now.getTime() >= startsAt.getTime() - earlyJoinMs && now < endsAt

/** Returns whether attendance is known at `now`: after a session that took place. */
export const isAttendanceKnown = ({ endsAt, cancelledAt }: SessionEnd, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

/** Parses the query parameters of a search. A repeated parameter counts once, with its first value. */
export function searchFromQuery(query: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchParamNames).map(([part, name]) => [part, [query[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

export const defaultSearch = searchFromQuery({})

/** Returns the query parameters of a search, without the parts that have their default. Pages count from 1. */
export function searchToQuery(search: RegistrationSearch, page = 1): Record<string, string> {
  const parts = Object.keys(searchParamNames) as (keyof RegistrationSearch)[]
  const active = parts.filter((part) => search[part] !== defaultSearch[part])
  const named = active.map((part) => [searchParamNames[part], search[part]])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** Removes the attendance filter from a search while attendance is not known. */
export const withoutUnknownAttendance = (search: RegistrationSearch, session: SessionEnd, now: Date) =>
  isAttendanceKnown(session, now) ? search : { ...search, tookPart: defaultSearch.tookPart }

/** Returns the filters that differ from the default, in the order of the form. */
export function activeFilters(search: RegistrationSearch): SearchFilter[] {
  const { order: _, ...filters } = defaultSearch
  return (Object.keys(filters) as SearchFilter[]).filter((filter) => search[filter] !== defaultSearch[filter])
}

/** Returns the order after a click on a column heading: ascending first, then descending. Dates start descending. */
export function nextOrder(column: RegistrationSortKey, current: RegistrationSearch['order']) {
  if (column === 'created') return current === '-created' ? 'created' : '-created'
  return current === column ? (`-${column}` as const) : column
}

/** Returns the parts that differ. Answers are one part: naming the question would reveal its subject. */
export function changedFields(before: RegistrationInput, after: RegistrationInput) {
  const comparable = ({ municipalityCode, organisation, answers, ...fields }: RegistrationInput) => ({
    ...fields,
    place: `${municipalityCode}:${organisation}`,
    answers: JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  })
  const [old, updated] = [comparable(before), comparable(after)] as const
  return editableFields.filter((field) => old[field] !== updated[field])
}

/** Returns the time of the last edit of a note, by which a command detects a concurrent edit. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
