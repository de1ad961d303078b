import { db, type Prisma } from '@/lib/db/client'
import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { compareDutch } from '@/lib/platform/text'
import { type RegistrationSearch, registrationStatuses } from './schema'
import { registrationStatus, statusColumns, statusFilters } from './status'

/**
 * Returns the ids of all registrations for a session that match a search, in its order. Sorts here, because the database
 * may lack the Dutch collation and does not know the names of municipalities.
 */
export async function findRegistrations(sessionId: string, search: RegistrationSearch): Promise<string[]> {
  const rows = await db().registration.findMany({
    where: searchFilter(sessionId, search),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: sortSelect,
  })
  return sortRows(rows, search.order).map(({ id }) => id)
}

const sortSelect = {
  id: true,
  name: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  askedBeforeDeadline: true,
  ...statusColumns,
} as const
type Row = Prisma.RegistrationGetPayload<{ select: typeof sortSelect }>

const contactWishRank = { email: 0, phone: 1, none: 2 }

/** Sorts rows that are in order of `createdAt`, latest first. Equal rows keep that order. */
function sortRows(rows: Row[], order: RegistrationSearch['order']): Row[] {
  const key = order.replace('-', '')
  const direction = order.startsWith('-') ? -1 : 1
  const byText = (text: (row: Row) => string) =>
    rows
      .map((row) => ({ row, text: text(row) }))
      .sort((a, b) => direction * compareDutch(a.text, b.text))
      .map(({ row }) => row)
  const byNumber = (number: (row: Row) => number) => rows.toSorted((a, b) => direction * (number(a) - number(b)))
  if (key === 'name') return byText(({ name }) => name)
  if (key === 'place') return byText(workplaceName)
  if (key === 'role') return byText(({ role }) => role)
  if (key === 'question') return byNumber(({ askedBeforeDeadline }) => (askedBeforeDeadline ? 0 : 1))
  if (key === 'contact') return byNumber(({ contactWish }) => contactWishRank[contactWish])
  if (key === 'state') return byNumber((row) => registrationStatuses.indexOf(registrationStatus(row)))
  return direction < 0 ? rows : rows.toReversed()
}

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

/** Each word scans all answers; further words are ignored. */
const maxWords = 5

/** Splits a search text into words. Text between quotes is one word. */
const splitWords = (text: string) => (text.match(/"[^"]+"|\S+/g) ?? []).map((word) => word.replace(/^"(.+)"$/, '$1'))

function matchesWord(word: string): Prisma.RegistrationWhereInput {
  const contains = { contains: escapeLikePattern(word), mode: 'insensitive' } as const
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

const escapeLikePattern = (word: string) => word.replace(/[\\%_]/g, '\\$&')

type MunicipalityOption = ReturnType<typeof listMunicipalityOptions>[number]

function hasMunicipality(matches: (option: MunicipalityOption) => boolean): Prisma.RegistrationWhereInput {
  const codes = listMunicipalityOptions()
    .filter(matches)
    .map(({ value }) => value)
  return { municipalityCode: { in: codes } }
}
