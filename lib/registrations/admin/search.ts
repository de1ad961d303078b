import { db, type Prisma } from '@/lib/db/client'
import { byLabel, listMunicipalityOptions, optionFor, workplaceName } from '@/lib/municipalities/queries'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { compareDutch } from '@/lib/platform/text'
import type { Registration } from '@/prisma/generated/client'
import { contactWishes, registrationStatuses } from '../schema'
import { registrationStatus, statusFilters } from '../status'
import type { RegistrationSearch } from './search-params'

const registrationsPerPage = 50

/** Returns one page of the registrations that match a search, from page 1. A page beyond the last returns the last. */
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

/** Returns all registrations that match a search. Sorted here, because the database may lack the Dutch collation. */
export async function findRegistrations(sessionId: string, search: RegistrationSearch): Promise<Row[]> {
  const found = await db().registration.findMany({
    where: searchFilter(sessionId, search),
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

/** Maps each sort key to a comparison of two registrations. Equal ones keep the order of the query: latest first. */
const comparisons = {
  name: (a: Row, b: Row) => compareDutch(a.name, b.name),
  place: (a: Row, b: Row) => compareDutch(a.workplace, b.workplace),
  role: (a: Row, b: Row) => compareDutch(a.role, b.role),
  question: (a: Row, b: Row) => Number(b.askedBeforeDeadline) - Number(a.askedBeforeDeadline),
  contact: (a: Row, b: Row) => contactWishes.indexOf(a.contactWish) - contactWishes.indexOf(b.contactWish),
  state: (a: Row, b: Row) => statusRank(a) - statusRank(b),
}

const statusRank = (row: Row) => registrationStatuses.indexOf(registrationStatus(row))

function searchFilter(sessionId: string, search: RegistrationSearch): Prisma.RegistrationWhereInput {
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
      ...splitWords(text).slice(0, maxWords).map(matchesWord),
    ],
  }
}

/** Number of words of a search text that count. The rest is ignored, because each word scans all answers. */
const maxWords = 5

/** Returns the words of a search text. Text between quotes counts as one word. */
const splitWords = (text: string) => (text.match(/"[^"]+"|\S+/g) ?? []).map((word) => word.replace(/^"(.+)"$/, '$1'))

function matchesWord(word: string): Prisma.RegistrationWhereInput {
  const contains = { contains: word.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const
  return {
    OR: [
      { name: contains },
      { email: contains },
      { organisation: contains },
      { role: contains },
      hasMunicipality(({ label }) => label.toLowerCase().includes(word.toLowerCase())),
      { answers: { some: { text: contains } } },
    ],
  }
}

function hasMunicipality(matches: (option: MunicipalityOption) => boolean): Prisma.RegistrationWhereInput {
  const found = listMunicipalityOptions().filter(matches)
  return { municipalityCode: { in: found.map(({ value }) => value) } }
}
