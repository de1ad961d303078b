import {
  type ChangedField,
  editableFields,
  type JoinMeetingRefusal,
  type RegistrationInput,
  type RegistrationSearch,
  type RegistrationSortKey,
  registrationSearchSchema,
  type SearchFilter,
  searchParamNames,
} from './schema'

const mailIntervalMs = 60 * 60 * 1000

/** Returns whether a repeated registration may be answered by mail at `now`: at most once an hour. */
export function canMailAlreadyRegistered(lastMailAt: Date | null, now: Date): boolean {
  return !lastMailAt || now.getTime() - lastMailAt.getTime() >= mailIntervalMs
}

type Participation = {
  cancelledAt: Date | null
  waitlistedAt: Date | null
  session: { endsAt: Date; cancelledAt: Date | null }
  isReleased: boolean
}

/** Returns why a participant cannot join the meeting at `now`, or `null`. */
export function joinMeetingRefusal(
  { cancelledAt, waitlistedAt, session, isReleased }: Participation,
  now: Date,
): Exclude<JoinMeetingRefusal, 'unknown-link'> | null {
  if (session.cancelledAt) return 'session-cancelled'
  if (cancelledAt) return 'registration-cancelled'
  if (waitlistedAt) return 'on-waiting-list'
  if (session.endsAt <= now) return 'session-over'
  return isReleased ? null : 'not-released'
}

const earlyJoinMs = 60 * 60 * 1000

/** Returns whether joining at `now` counts as attendance: from an hour before the start until the end. */
export function countsAsAttendance({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }, now: Date): boolean {
  return now.getTime() >= startsAt.getTime() - earlyJoinMs && now < endsAt
}

type SessionEnd = { endsAt: Date; cancelledAt: Date | null }

/** Returns whether attendance is known at `now`: after a session that took place. */
export const isAttendanceKnown = ({ endsAt, cancelledAt }: SessionEnd, now: Date): boolean =>
  cancelledAt === null && now >= endsAt

export const defaultSearch: RegistrationSearch = {
  text: '',
  place: '',
  province: '',
  question: '',
  contact: '',
  tookPart: '',
  state: 'signed-up',
  order: '-created',
}

/** Removes the attendance filter from a search while attendance is not known. */
export const withoutUnknownAttendance = (
  search: RegistrationSearch,
  session: SessionEnd,
  now: Date,
): RegistrationSearch => (isAttendanceKnown(session, now) ? search : { ...search, tookPart: defaultSearch.tookPart })

/** Returns the filters that differ from the default, in the order of the form. */
export function activeFilters(search: RegistrationSearch): SearchFilter[] {
  const { order: _, ...filters } = defaultSearch
  return (Object.keys(filters) as SearchFilter[]).filter((filter) => search[filter] !== defaultSearch[filter])
}

/** Returns the order after a click on a column heading: ascending first, then descending. Dates start descending. */
export function nextOrder(
  column: RegistrationSortKey,
  current: RegistrationSearch['order'],
): RegistrationSearch['order'] {
  if (column === 'created') return current === '-created' ? 'created' : '-created'
  return current === column ? `-${column}` : column
}

/** Returns the query parameters of a search, without the parts that have their default. Pages count from 1. */
export function searchToQuery(search: RegistrationSearch, page = 1): Record<string, string> {
  const active = Object.entries(search).filter(
    ([part, value]) => value !== defaultSearch[part as keyof RegistrationSearch],
  )
  const named = active.map(([part, value]) => [searchParamNames[part as keyof RegistrationSearch], value])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** Parses the query parameters of a search. A repeated parameter counts once, with its first value. */
export function searchFromQuery(query: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchParamNames).map(([part, name]) => [part, [query[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

/** Returns the parts of a registration that differ. Answers are one part: naming the question would reveal its subject. */
export function changedFields(before: RegistrationInput, after: RegistrationInput): ChangedField[] {
  const readers: Record<ChangedField, (input: RegistrationInput) => unknown> = {
    name: ({ name }) => name,
    email: ({ email }) => email,
    place: ({ municipalityCode, organisation }) => `${municipalityCode}:${organisation}`,
    role: ({ role }) => role,
    contactWish: ({ contactWish }) => contactWish,
    phone: ({ phone }) => phone,
    needs: ({ needs }) => needs,
    answers: ({ answers }) => JSON.stringify(Object.keys(after.answers).map((id) => answers[id] ?? '')),
  }
  return editableFields.filter((field) => readers[field](before) !== readers[field](after))
}

/** Returns a version of the note for optimistic locking. */
export const noteFingerprint = ({ createdAt, editedAt }: { createdAt: Date; editedAt: Date | null }) =>
  (editedAt ?? createdAt).toISOString()
