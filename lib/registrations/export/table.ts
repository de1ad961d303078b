import { db, type Prisma } from '@/lib/db/client'
import { personalFields } from '@/lib/db/scopes'
import { findMunicipality, workplaceName } from '@/lib/municipalities/queries'
import { isAttendanceKnown, registrationStatus } from '../rules'
import type { RegistrationSearch } from '../schema'
import { findRegistrations } from '../search'

/** A moment is an instant; how it is written is for each kind of file. */
export type Cell = string | Date | null
export type ExportTable = { columns: { header: string; isDateTime: boolean }[]; rows: AsyncIterable<Cell[]> }

const batchSize = 200

type Session = { id: string; endsAt: Date; cancelledAt: Date | null }

/**
 * The sign-ups to a kennissessie that are asked for, as a table in the order of the form: a column for each question that is
 * asked, or was and got an answer. Who took part stays empty as long as nobody can tell at `now`. Rows are read as they are
 * asked for, a few hundred at a time.
 */
export async function buildExportTable(session: Session, search: RegistrationSearch, now: Date): Promise<ExportTable> {
  const [ids, questions] = await Promise.all([
    findRegistrations(session.id, search),
    db().question.findMany({
      where: { sessionId: session.id, OR: [{ retiredAt: null }, { answers: { some: {} } }] },
      orderBy: { position: 'asc' },
      select: { id: true, label: true },
    }),
  ])
  const columns = [
    ...leadingColumns,
    ...questions.map(answerColumn),
    ...trailingColumns(isAttendanceKnown(session, now)),
  ]
  return {
    columns: columns.map(({ header, isDateTime = false }) => ({ header, isDateTime })),
    rows: readRows(ids, columns),
  }
}

async function* readRows(ids: string[], columns: Column[]) {
  for (let offset = 0; offset < ids.length; offset += batchSize) {
    const batch = ids.slice(offset, offset + batchSize)
    const found = await db().registration.findMany({ where: { id: { in: batch } }, select: exportSelect })
    const byId = new Map(found.map((row) => [row.id, row]))
    for (const id of batch) {
      const row = byId.get(id)
      if (row) yield columns.map(({ cell }) => cell(row))
    }
  }
}

const exportSelect = {
  id: true,
  ...personalFields,
  askedBeforeDeadline: true,
  tookPartAt: true,
  createdAt: true,
  cancelledAt: true,
  waitlistedAt: true,
  offerExpiresAt: true,
  answers: { select: { questionId: true, text: true } },
} as const
type Row = Prisma.RegistrationGetPayload<{ select: typeof exportSelect }>
type Column = { header: string; isDateTime?: boolean; cell: (row: Row) => Cell }

const yesNo = (yes: boolean) => (yes ? 'ja' : 'nee')
const contactWishLabels = { email: 'ja, per mail', phone: 'ja, per telefoon', none: 'nee' }

const statusLabels = {
  'signed-up': 'aangemeld',
  offered: 'plek aangeboden',
  waitlisted: 'op de wachtlijst',
  cancelled: 'afgemeld',
}

const leadingColumns: Column[] = [
  { header: 'Naam', cell: ({ name }) => name },
  { header: 'E-mailadres', cell: ({ email }) => email },
  { header: 'Gemeente', cell: (row) => (row.municipalityCode ? workplaceName(row) : null) },
  { header: 'Provincie', cell: ({ municipalityCode: code }) => (code && findMunicipality(code)?.province) || null },
  { header: 'Andere organisatie', cell: ({ organisation }) => organisation },
  { header: 'Functie', cell: ({ role }) => role },
]

const answerColumn = ({ id, label }: { id: string; label: string }): Column => ({
  header: label,
  cell: ({ answers }) => answers.find(({ questionId }) => questionId === id)?.text ?? null,
})

const trailingColumns = (isAttendanceKnown: boolean): Column[] => [
  { header: 'Contact over de vraag', cell: ({ contactWish }) => contactWishLabels[contactWish] },
  { header: 'Telefoonnummer', cell: ({ phone }) => phone },
  { header: 'Nodig om goed mee te doen', cell: ({ needs }) => needs },
  { header: 'Vraag op tijd', cell: ({ askedBeforeDeadline }) => yesNo(askedBeforeDeadline) },
  { header: 'Meegedaan', cell: ({ tookPartAt }) => (isAttendanceKnown ? yesNo(tookPartAt !== null) : null) },
  { header: 'Stand', cell: (row) => statusLabels[registrationStatus(row)] },
  { header: 'Aangemeld op', isDateTime: true, cell: ({ createdAt }) => createdAt },
  { header: 'Afgemeld op', isDateTime: true, cell: ({ cancelledAt }) => cancelledAt },
]
