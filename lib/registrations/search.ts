import { db, type Prisma } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { registrationStatus } from './rules'
import { type RegistrationSearch, type RegistrationStatus, registrationStatuses } from './schema'

/**
 * The ids of all sign-ups to a kennissessie (its id, a UUID) that are asked for, in the order that is asked for. Sorted here:
 * not every database knows the order of Dutch names, and none knows how a gemeente is called.
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
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
} as const
type Row = Prisma.RegistrationGetPayload<{ select: typeof sortSelect }>

const dutch = new Intl.Collator('nl', { numeric: true })
const contactWishRank = { email: 0, phone: 1, none: 2 }

/** By the latest first, and so within what is equal too. */
function sortRows(rows: Row[], order: RegistrationSearch['order']): Row[] {
  const key = order.replace('-', '')
  const direction = order.startsWith('-') ? -1 : 1
  const byText = (text: (row: Row) => string) =>
    rows
      .map((row) => ({ row, text: text(row) }))
      .sort((one, other) => direction * dutch.compare(one.text, other.text))
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

const statusFilters = {
  'signed-up': attending,
  offered: { cancelledAt: null, offerExpiresAt: { not: null } },
  waitlisted: { cancelledAt: null, waitlistedAt: { not: null }, offerExpiresAt: null },
  cancelled: { cancelledAt: { not: null } },
} satisfies Record<RegistrationStatus, Prisma.RegistrationWhereInput>

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
      ...(province ? [{ municipalityCode: { in: codesInProvince(province) } }] : []),
      ...splitWords(text).slice(0, maxWords).map(matchesWord),
    ],
  }
}

/** Each word costs a look at every answer. Nobody is looked for with more than these; the rest does not count. */
const maxWords = 5

/** What stands between quotes is one word. */
const splitWords = (text: string) => (text.match(/"[^"]+"|\S+/g) ?? []).map((word) => word.replace(/^"(.+)"$/, '$1'))

/** A word stands somewhere in who somebody is, where they work, or what they answered. */
function matchesWord(word: string): Prisma.RegistrationWhereInput {
  const contains = { contains: escapeLikePattern(word), mode: 'insensitive' } as const
  const codes = listMunicipalityOptions().filter(({ label }) => label.toLowerCase().includes(word.toLowerCase()))
  return {
    OR: [
      { name: contains },
      { email: contains },
      { organisation: contains },
      { role: contains },
      ...(codes.length > 0 ? [{ municipalityCode: { in: codes.map(({ value }) => value) } }] : []),
      { answers: { some: { text: contains } } },
    ],
  }
}

/** In a pattern of PostgreSQL a percent sign stands for anything, and an underscore for any letter. */
const escapeLikePattern = (word: string) => word.replace(/[\\%_]/g, '\\$&')

const codesInProvince = (province: string) =>
  listMunicipalityOptions()
    .filter((option) => option.province === province)
    .map(({ value }) => value)
