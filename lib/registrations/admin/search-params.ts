import { z } from 'zod'
import { unlimitedLine } from '@/lib/platform/form-fields'
import { isAttendanceKnown, type SessionEnd } from '../rules'
import { contactWishes, municipalityPattern, registrationStatuses } from '../schema'

export const registrationSortKeys = ['name', 'place', 'role', 'question', 'contact', 'created', 'state'] as const
export type RegistrationSortKey = (typeof registrationSortKeys)[number]

/** Sort orders of the registration list. A leading dash means descending. */
const sortOrders = registrationSortKeys.flatMap((key) => [key, `-${key}`] as const)
const optionalFilter = <Value extends string>(...values: Value[]) => z.union([z.literal(''), z.enum(values)]).catch('')

/** Longest search text, in UTF-16 code units; the rest is ignored. */
export const maxSearchLength = 100

/** Schema of a search in the registration list. An empty value does not filter; an invalid value becomes the default. */
const registrationSearchSchema = z.object({
  text: unlimitedLine.transform((line) => line.slice(0, maxSearchLength)).catch(''),
  /** Workplace to search for: the CBS code of a municipality, or `other` for any organisation that is no municipality. */
  place: z.string().regex(municipalityPattern).catch(''),
  province: z.string().max(20).catch(''),
  question: optionalFilter('in-time', 'later'),
  contact: optionalFilter(...contactWishes),
  tookPart: optionalFilter('yes', 'no'),
  state: z.enum([...registrationStatuses, 'all']).catch('signed-up'),
  order: z.enum(sortOrders).catch('-created'),
})
export type RegistrationSearch = z.output<typeof registrationSearchSchema>
export type SearchFilter = Exclude<keyof RegistrationSearch, 'order'>

/** Maps each part of a search to its name in the URL and in the search form. */
export const searchParamNames = {
  text: 'zoek',
  place: 'gemeente',
  province: 'provincie',
  question: 'vraag',
  contact: 'contact',
  tookPart: 'meegedaan',
  state: 'stand',
  order: 'volgorde',
} as const satisfies Record<keyof RegistrationSearch, string>

/** Returns the search in the query parameters of a page. Of a repeated parameter only the first value counts. */
export function searchFromQuery(query: Record<string, string | string[] | undefined>): RegistrationSearch {
  const parts = Object.entries(searchParamNames).map(([part, name]) => [part, [query[name]].flat()[0]])
  return registrationSearchSchema.parse(Object.fromEntries(parts))
}

/** Returns the search in the URL of an export file. Of a repeated parameter only the first value counts. */
export const searchFromUrl = (parameters: URLSearchParams): RegistrationSearch =>
  searchFromQuery(Object.fromEntries([...parameters].reverse()))

export const defaultSearch = searchFromQuery({})

/** Returns the query parameters for a search and a page number (from 1). Omits values that equal their default. */
export function searchToQuery(search: RegistrationSearch, page = 1): Record<string, string> {
  const parts = Object.keys(searchParamNames) as (keyof RegistrationSearch)[]
  const active = parts.filter((part) => search[part] !== defaultSearch[part])
  const named = active.map((part) => [searchParamNames[part], search[part]])
  return Object.fromEntries(page > 1 ? [...named, ['pagina', String(page)]] : named)
}

/** Returns the search, without its attendance filter unless `isAttendanceKnown` is true for the session at `now`. */
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
