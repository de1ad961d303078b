import type { RegistrationInput, RegistrationSearch, RegistrationSortKey, SearchFilter } from './schema'
import { editableFields, registrationSearchSchema, searchParamNames } from './schema'

type SessionEnd = { endsAt: Date; cancelledAt: Date | null }

/** Returns why a participant cannot join the meeting at `now`, or `null` when they can. */
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

/** Returns whether attendance is known at `now`: after the end of a session that was not cancelled. */
export const isAttendanceKnown = ({ endsAt, cancelledAt }: SessionEnd, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

/** Returns the search in the query parameters of a page. Of a repeated parameter only the first value counts. */
export function searchFromQuery(query: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchParamNames).map(([part, name]) => [part, [query[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

export const defaultSearch = searchFromQuery({})

/** Returns the query parameters of a search and a page, which counts from 1. Omits parts that have their default. */
export function searchToQuery(search: RegistrationSearch, page = 1): Record<string, string> {
  const parts = Object.keys(searchParamNames) as (keyof RegistrationSearch)[]
  const active = parts.filter((part) => search[part] !== defaultSearch[part])
  const named = active.map((part) => [searchParamNames[part], search[part]])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** Returns the search without its attendance filter while attendance at the session is not known. */
export const withoutUnknownAttendance = (search: RegistrationSearch, session: SessionEnd, now: Date) =>
  isAttendanceKnown(session, now) ? search : { ...search, tookPart: defaultSearch.tookPart }

/** Returns the names of the filters that differ from the default, in the order of the search form. */
export function activeFilters(search: RegistrationSearch): SearchFilter[] {
  const { order: _, ...filters } = defaultSearch
  return (Object.keys(filters) as SearchFilter[]).filter((filter) => search[filter] !== defaultSearch[filter])
}

/** Returns the sort order after a click on a column heading: ascending, then descending. Dates start descending. */
export function nextOrder(column: RegistrationSortKey, current: RegistrationSearch['order']) {
  if (column === 'created') return current === '-created' ? 'created' : '-created'
  return current === column ? (`-${column}` as const) : column
}

/** Returns the names of the fields that differ. Answers are one field: naming a question would reveal its subject. */
export function changedFields(before: RegistrationInput, after: RegistrationInput) {
  const comparable = ({ municipalityCode, organisation, answers, ...fields }: RegistrationInput) => ({
    ...fields,
    place: `${municipalityCode}:${organisation}`,
    answers: JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  })
  const [old, updated] = [comparable(before), comparable(after)] as const
  return editableFields.filter((field) => old[field] !== updated[field])
}

/** Returns the time of a note's last edit as text, by which commands detect a concurrent edit. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
