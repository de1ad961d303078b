import { type Actor, auditAsOrganiser } from '@/lib/audit/commands'
import { db, type Prisma } from '@/lib/db/client'
import { findMunicipality, workplaceName } from '@/lib/municipalities/queries'
import { findRegistrations } from '../admin/search'
import type { RegistrationSearch } from '../admin/search-params'
import { isAttendanceKnown } from '../rules'
import { registrationStatus, statusLabels } from '../status'

export type Cell = string | Date | null
export type ExportTable = { columns: { header: string; isDateTime: boolean }[]; rows: AsyncIterable<Cell[]> }

const batchSize = 200

type Session = { id: string; endsAt: Date; cancelledAt: Date | null }

/**
 * Returns the registrations that match a search as a table. Each question that is active or has answers is a column.
 * Attendance is empty unless the session took place before `now`. Rows are read in batches while they are written.
 */
export async function buildExportTable(session: Session, search: RegistrationSearch, now: Date): Promise<ExportTable> {
  const [found, questions] = await Promise.all([
    findRegistrations(session.id, search),
    db().question.findMany({
      where: { sessionId: session.id, OR: [{ retiredAt: null }, { answers: { some: {} } }] },
      orderBy: { position: 'asc' },
      select: { id: true, label: true },
    }),
  ])
  const answerColumns = questions.map(
    ({ id, label }): Column => ({
      header: label,
      cell: ({ answers }) => answers.find(({ questionId }) => questionId === id)?.text ?? null,
    }),
  )
  const trailing = trailingColumns(isAttendanceKnown(session, now))
  const columns = [...leadingColumns, ...answerColumns, ...trailing]
  return {
    columns: columns.map(({ header, isDateTime = false }) => ({ header, isDateTime })),
    rows: readRows(found, columns),
  }
}

async function* readRows(found: { id: string }[], columns: Column[]) {
  for (let offset = 0; offset < found.length; offset += batchSize) {
    const ids = found.slice(offset, offset + batchSize).map(({ id }) => id)
    const rows = await db().registration.findMany({ where: { id: { in: ids } }, include: { answers: true } })
    const byId = new Map(rows.map((row) => [row.id, row]))
    for (const row of ids.flatMap((id) => byId.get(id) ?? [])) yield columns.map(({ cell }) => cell(row))
  }
}

type Row = Prisma.RegistrationGetPayload<{ include: { answers: true } }>
type Column = { header: string; isDateTime?: boolean; cell: (row: Row) => Cell }

const yesNo = (yes: boolean) => (yes ? 'ja' : 'nee')
const contactWishLabels = { email: 'ja, per mail', phone: 'ja, per telefoon', none: 'nee' }

const leadingColumns: Column[] = [
  { header: 'Naam', cell: ({ name }) => name },
  { header: 'E-mailadres', cell: ({ email }) => email },
  { header: 'Gemeente', cell: (row) => (row.municipalityCode ? workplaceName(row) : null) },
  { header: 'Provincie', cell: ({ municipalityCode: code }) => (code && findMunicipality(code)?.province) || null },
  { header: 'Andere organisatie', cell: ({ organisation }) => organisation },
  { header: 'Functie', cell: ({ role }) => role },
]

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

export async function auditExport(sessionId: string, actor: Actor): Promise<void> {
  const entry = { action: 'registrationsExported', subjectType: 'session', subjectId: sessionId } as const
  await db().$transaction((tx) => auditAsOrganiser(tx, actor, entry))
}
