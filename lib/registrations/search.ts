import { listMunicipalityOptions, workplaceName } from '@/lib/municipalities/queries'
import { db, type Prisma } from '@/lib/platform/db'
import { whoTakesPart } from '@/lib/platform/who-takes-part'
import { standingOf } from './rules'
import { type RegistrationSearch, type RegistrationStanding, registrationStandings } from './schema'

/**
 * The ids of all sign-ups to a kennissessie (its id, a UUID) that are asked for, in the order that is asked for. Sorted here:
 * not every database knows the order of Dutch names, and none knows how a gemeente is called.
 */
export async function findRegistrations(sessionId: string, search: RegistrationSearch): Promise<string[]> {
  const rows = await db().registration.findMany({
    where: where(sessionId, search),
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: sorted,
  })
  return inOrder(rows, search.order).map(({ id }) => id)
}

const sorted = {
  id: true,
  name: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  questionInTime: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
} as const
type Row = Prisma.RegistrationGetPayload<{ select: typeof sorted }>

const dutch = new Intl.Collator('nl', { numeric: true })
const wishes = { email: 0, phone: 1, none: 2 }

/** By the latest first, and so within what is equal too. */
function inOrder(rows: Row[], order: RegistrationSearch['order']): Row[] {
  const by = order.replace('-', '')
  const turn = order.startsWith('-') ? -1 : 1
  const byText = (text: (row: Row) => string) =>
    rows
      .map((row) => ({ row, text: text(row) }))
      .sort((one, other) => turn * dutch.compare(one.text, other.text))
      .map(({ row }) => row)
  const byNumber = (number: (row: Row) => number) => rows.toSorted((one, other) => turn * (number(one) - number(other)))
  if (by === 'name') return byText(({ name }) => name)
  if (by === 'place') return byText(workplaceName)
  if (by === 'role') return byText(({ role }) => role)
  if (by === 'question') return byNumber(({ questionInTime }) => (questionInTime ? 0 : 1))
  if (by === 'contact') return byNumber(({ contactWish }) => wishes[contactWish])
  if (by === 'state') return byNumber((row) => registrationStandings.indexOf(standingOf(row)))
  return turn < 0 ? rows : rows.toReversed()
}

const inState = {
  'signed-up': whoTakesPart,
  offered: { cancelledAt: null, offerExpiresAt: { not: null } },
  waiting: { cancelledAt: null, waitingSince: { not: null }, offerExpiresAt: null },
  cancelled: { cancelledAt: { not: null } },
} satisfies Record<RegistrationStanding, Prisma.RegistrationWhereInput>

function where(sessionId: string, search: RegistrationSearch): Prisma.RegistrationWhereInput {
  const { text, place, province, question, contact, tookPart, state } = search
  return {
    sessionId,
    ...(state !== 'all' && inState[state]),
    ...(question && { questionInTime: question === 'in-time' }),
    ...(contact && { contactWish: contact }),
    ...(tookPart && { tookPartAt: tookPart === 'yes' ? { not: null } : null }),
    AND: [
      ...(place ? [{ municipalityCode: place === 'other' ? null : place }] : []),
      ...(province ? [{ municipalityCode: { in: codesIn(province) } }] : []),
      ...wordsOf(text).slice(0, mostWords).map(holds),
    ],
  }
}

/** Each word costs a look at every answer. Nobody is looked for with more than these; the rest does not count. */
const mostWords = 5

/** What stands between quotes is one word. */
const wordsOf = (text: string) => (text.match(/"[^"]+"|\S+/g) ?? []).map((word) => word.replace(/^"(.+)"$/, '$1'))

/** A word stands somewhere in who somebody is, where they work, or what they answered. */
function holds(word: string): Prisma.RegistrationWhereInput {
  const contains = { contains: literally(word), mode: 'insensitive' } as const
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
const literally = (word: string) => word.replace(/[\\%_]/g, '\\$&')

const codesIn = (province: string) =>
  listMunicipalityOptions()
    .filter((option) => option.province === province)
    .map(({ value }) => value)
