import { db, type Prisma } from '@/lib/db/client'
import { statusFilters } from '@/lib/db/scopes'
import { byLabel, listMunicipalityOptions, optionFor, workplaceName } from '@/lib/municipalities/queries'
import { hasNamePart } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { createWordFinder, splitSearchWords } from '@/lib/platform/search-text'
import { compareDutch } from '@/lib/platform/text'
import type { Registration } from '@/prisma/generated/client'
import { contactWishes, registrationStatuses } from '../schema'
import { registrationStatus } from '../status'
import type { RegistrationSearch } from './search-params'

const registrationsPerPage = 50

/** Returns one page of the registrations that match a search. `page` counts from 1; beyond the last it returns the last. */
export async function listRegistrations(sessionId: string, search: RegistrationSearch, page: number) {
  const found = await findRegistrations(sessionId, search)
  const pages = Math.max(1, Math.ceil(found.length / registrationsPerPage))
  const current = Math.min(Math.max(1, page), pages)
  const rows = found.slice((current - 1) * registrationsPerPage, current * registrationsPerPage)
  return { total: found.length, page: current, pages, rows }
}

/** Returns the municipalities of all registrations for a session, also of cancelled ones. */
export async function listRegisteredMunicipalities(sessionId: string) {
  const where = { sessionId, municipalityCode: { not: null } }
  const found = await db().registration.findMany({ where, distinct: ['municipalityCode'] })
  const codes = found.flatMap(({ municipalityCode }) => municipalityCode ?? [])
  return codes.map(optionFor).sort(byLabel)
}

type Row = Omit<Registration, 'phone' | 'needs'> & { workplace: string }

/** Returns all registrations that match a search, in its order. Sorted here: the database may lack Dutch collation. */
export async function findRegistrations(sessionId: string, search: RegistrationSearch): Promise<Row[]> {
  const found = await db().registration.findMany({
    where: await searchFilter(sessionId, search),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    omit: { phone: true, needs: true },
  })
  const rows = found.map((row) => ({ ...row, workplace: workplaceName(row) }))
  if (search.order === '-created') return rows
  if (search.order === 'created') return rows.reverse()
  const direction = search.order.startsWith('-') ? -1 : 1
  const compare = comparisons[search.order.replace('-', '') as keyof typeof comparisons]
  return rows.sort((a, b) => direction * compare(a, b))
}

/** Maps each sort key to an ascending comparison of two registrations. Equal registrations stay in order: latest first. */
const comparisons = {
  name: (a: Row, b: Row) => compareDutch(a.name, b.name),
  place: (a: Row, b: Row) => compareDutch(a.workplace, b.workplace),
  role: (a: Row, b: Row) => compareDutch(a.role, b.role),
  question: (a: Row, b: Row) => Number(b.askedBeforeDeadline) - Number(a.askedBeforeDeadline),
  contact: (a: Row, b: Row) => contactWishes.indexOf(a.contactWish) - contactWishes.indexOf(b.contactWish),
  state: (a: Row, b: Row) => statusRank(a) - statusRank(b),
}

const statusRank = (row: Row) => registrationStatuses.indexOf(registrationStatus(row))

async function searchFilter(sessionId: string, search: RegistrationSearch): Promise<Prisma.RegistrationWhereInput> {
  const { text, place, province, question, contact, tookPart, state } = search
  return {
    sessionId,
    ...(state !== 'all' && statusFilters[state]),
    ...(question && { askedBeforeDeadline: question === 'in-time' }),
    ...(contact && { contactWish: contact }),
    ...(tookPart && { tookPartAt: tookPart === 'yes' ? { not: null } : null }),
    AND: [
      ...(place ? [{ municipalityCode: place === 'other' ? null : place }] : []),
      ...(province ? [hasMunicipality((option) => option.province === province)] : []),
      ...(text ? [{ id: { in: await findIdsByText(sessionId, text) } }] : []),
    ],
  }
}

/** Largest number of words in a search. Further words are ignored, because each word is looked up in all answers. */
const maxWords = 5

/**
 * Returns the ids of the registrations whose fields and answers contain each word of the text, regardless of case and
 * accents. Does not search in SQL: the database may lack the extension that removes accents, and its functions are slower.
 */
async function findIdsByText(sessionId: string, text: string): Promise<string[]> {
  const words = splitSearchWords(text).slice(0, maxWords)
  const findWords = createWordFinder(words)
  const codes = words.map((word) => {
    const found = listMunicipalityOptions().filter((option) => hasNamePart(option, word))
    return new Set(found.map(({ value }) => value))
  })
  const rows = await db().$queryRaw<{ id: string; code: string | null; text: string }[]>`
    SELECT r.id::text, r."municipalityCode" AS code, concat_ws(E'\n', name, email, organisation, role, phone,
      (SELECT string_agg(a.text, E'\n') FROM "Answer" a WHERE a."registrationId" = r.id)) AS text
    FROM "Registration" r WHERE r."sessionId" = ${sessionId}::uuid`
  const isMatch = ({ code, text }: (typeof rows)[number]) =>
    findWords(text).every((isFound, index) => isFound || (code !== null && codes[index]?.has(code)))
  return rows.filter(isMatch).map(({ id }) => id)
}

function hasMunicipality(matches: (option: MunicipalityOption) => boolean): Prisma.RegistrationWhereInput {
  const found = listMunicipalityOptions().filter(matches)
  return { municipalityCode: { in: found.map(({ value }) => value) } }
}
