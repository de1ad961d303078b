import { findMunicipality, workplaceName } from '@/lib/municipalities/queries'
import { db, type Prisma } from '@/lib/platform/db'
import { filledIn } from '@/lib/platform/filled-in'
import { knowsWhoTookPart, standingOf } from './rules'
import type { RegistrationSearch } from './schema'
import { findRegistrations } from './search'

/** A moment is an instant; how it is written is for each kind of file. */
export type Cell = string | Date | null
export type ExportTable = { columns: { header: string; isMoment: boolean }[]; rows: AsyncIterable<Cell[]> }

const rowsAtOnce = 200

type Session = { id: string; endsAt: Date; cancelledAt: Date | null }

/**
 * The sign-ups to a kennissessie that are asked for, as a table in the order of the form: a column for each question that is
 * asked, or was and got an answer. Who took part stays empty as long as nobody can tell at `now`. Rows are read as they are
 * asked for, a few hundred at a time.
 */
export async function readExport(session: Session, search: RegistrationSearch, now: Date): Promise<ExportTable> {
  const [ids, questions] = await Promise.all([
    findRegistrations(session.id, search),
    db().question.findMany({
      where: { sessionId: session.id, OR: [{ retiredAt: null }, { answers: { some: {} } }] },
      orderBy: { position: 'asc' },
      select: { id: true, label: true },
    }),
  ])
  const columns = [...before, ...questions.map(answerTo), ...after(knowsWhoTookPart(session, now))]
  return {
    columns: columns.map(({ header, isMoment = false }) => ({ header, isMoment })),
    rows: readRows(ids, columns),
  }
}

async function* readRows(ids: string[], columns: Column[]) {
  for (let at = 0; at < ids.length; at += rowsAtOnce) {
    const part = ids.slice(at, at + rowsAtOnce)
    const found = await db().registration.findMany({ where: { id: { in: part } }, select: exported })
    const byId = new Map(found.map((row) => [row.id, row]))
    for (const id of part) {
      const row = byId.get(id)
      if (row) yield columns.map(({ cell }) => cell(row))
    }
  }
}

const exported = {
  id: true,
  ...filledIn,
  questionInTime: true,
  tookPartAt: true,
  createdAt: true,
  cancelledAt: true,
  waitingSince: true,
  offerExpiresAt: true,
  answers: { select: { questionId: true, text: true } },
} as const
type Row = Prisma.RegistrationGetPayload<{ select: typeof exported }>
type Column = { header: string; isMoment?: boolean; cell: (row: Row) => Cell }

const yesNo = (yes: boolean) => (yes ? 'ja' : 'nee')
const wishes = { email: 'ja, per mail', phone: 'ja, per telefoon', none: 'nee' }

const standings = {
  'signed-up': 'aangemeld',
  offered: 'plek aangeboden',
  waiting: 'op de wachtlijst',
  cancelled: 'afgemeld',
}

const before: Column[] = [
  { header: 'Naam', cell: ({ name }) => name },
  { header: 'E-mailadres', cell: ({ email }) => email },
  { header: 'Gemeente', cell: (row) => (row.municipalityCode ? workplaceName(row) : null) },
  { header: 'Provincie', cell: ({ municipalityCode: code }) => (code && findMunicipality(code)?.province) || null },
  { header: 'Andere organisatie', cell: ({ organisation }) => organisation },
  { header: 'Functie', cell: ({ role }) => role },
]

const answerTo = ({ id, label }: { id: string; label: string }): Column => ({
  header: label,
  cell: ({ answers }) => answers.find(({ questionId }) => questionId === id)?.text ?? null,
})

const after = (isHeld: boolean): Column[] => [
  { header: 'Contact over de vraag', cell: ({ contactWish }) => wishes[contactWish] },
  { header: 'Telefoonnummer', cell: ({ phone }) => phone },
  { header: 'Nodig om goed mee te doen', cell: ({ needs }) => needs },
  { header: 'Vraag op tijd', cell: ({ questionInTime }) => yesNo(questionInTime) },
  { header: 'Meegedaan', cell: ({ tookPartAt }) => (isHeld ? yesNo(tookPartAt !== null) : null) },
  { header: 'Stand', cell: (row) => standings[standingOf(row)] },
  { header: 'Aangemeld op', isMoment: true, cell: ({ createdAt }) => createdAt },
  { header: 'Afgemeld op', isMoment: true, cell: ({ cancelledAt }) => cancelledAt },
]
