import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCsv } from '@/lib/registrations/export/csv'
import { buildExportTable } from '@/lib/registrations/export/table'
import { writeXlsx } from '@/lib/registrations/export/xlsx'
import { defaultSearch } from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { spreadsheetStrings as hostile } from '@/tests/support/hostile-input/spreadsheet-strings'

let database: TestDatabase
let session: Awaited<ReturnType<typeof createTestSession>>
let crowd: Awaited<ReturnType<typeof createTestSession>>
beforeAll(async () => {
  database = await createTestDatabase()
  session = await createTestSession(database.db)
  const [question] = session.questions
  for (const [index, text] of hostile.entries()) {
    const { id } = await addParticipant(database.db, session.id, { name: text })
    await database.db.answer.create({ data: { registrationId: id, questionId: question?.id ?? '', text } })
    const createdAt = new Date(Date.UTC(2022, 9, 29, 22, 30 - index))
    await database.db.registration.update({ where: { id }, data: { createdAt } })
  }
  crowd = await createTestSession(database.db)
  await addManyRegistrations(database.db, crowd, { count: 450, from: new Date('2022-09-20T09:00:00Z') })
})
afterAll(() => database.drop())

type Exported = Parameters<typeof buildExportTable>[0]
const afterSession = new Date('2022-11-09T08:00:00Z')

async function csvOf(of: Exported, asked: Partial<RegistrationSearch> = {}, now = afterSession) {
  const chunks: string[] = []
  for await (const chunk of writeCsv(await buildExportTable(of, { ...defaultSearch, ...asked }, now)))
    chunks.push(chunk)
  return chunks.join('')
}
const csvRows = async (of: Exported, asked: Partial<RegistrationSearch> = {}, now = afterSession) =>
  parse(await csvOf(of, asked, now), { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]

async function xlsxRows(of: Exported, asked: Partial<RegistrationSearch> = {}) {
  const table = await buildExportTable(of, { ...defaultSearch, ...asked }, afterSession)
  const bytes = await writeXlsx(table)
  const [sheet] = await readWorkbook(bytes, { trim: false })
  return sheet?.data ?? []
}

const header = [
  ...['Naam', 'E-mailadres', 'Gemeente', 'Provincie', 'Andere organisatie', 'Functie'],
  ...['Waar sta je?', 'Wat wil je weten?', 'Wat heb je geprobeerd?'],
  ...['Contact over de vraag', 'Telefoonnummer', 'Nodig om goed mee te doen', 'Vraag op tijd', 'Meegedaan'],
  ...['Stand', 'Aangemeld op', 'Afgemeld op'],
]

describe('the CSV file', () => {
  test('has a mark, semicolons and CRLF, and columns in the order of the form', async () => {
    const text = await csvOf(session)
    expect(text.startsWith('\uFEFF"Naam";"E-mailadres";')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect((await csvRows(session))[0]).toEqual(header)
  })

  test('makes what a spreadsheet takes for a formula, number or day harmless, and leaves the rest as it is', async () => {
    const [, ...rows] = await csvRows(session)
    const kept = [
      ...['"; =1+1', 'een; twee "drie"\nvier', '_x0041_ & <b>vet</b>', '_x005F_x0041__X0042_'],
      ...['constructor', '__proto__', ...hostile.slice(-2)],
    ]
    expect(rows.map(([name]) => name)).toEqual(hostile.map((text) => (kept.includes(text) ? text : `'${text}`)))
    expect(rows.map((row) => row[6])).toEqual(rows.map(([name]) => name))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  })

  test('writes yes and no, and moments as a clock on a Dutch wall', async () => {
    const [, first] = await csvRows(session)
    expect(first?.slice(12)).toEqual(['ja', 'nee', 'aangemeld', '2022-10-30 00:30', ''])
  })
})

describe('who took part', () => {
  const tookPart = async (of: Exported, now: Date) => {
    const rows = await csvRows(of, {}, now)
    return new Set(rows.slice(1).map((row) => row[13]))
  }

  test('stays empty until the kennissessie has been, to the millisecond: nobody can tell', async () => {
    expect(await tookPart(crowd, new Date(crowd.endsAt.getTime() - 1))).toEqual(new Set(['']))
    expect(await tookPart(crowd, crowd.endsAt)).toEqual(new Set(['ja', 'nee']))
  })

  test('stays empty of one that did not take place', async () => {
    expect(await tookPart({ ...crowd, cancelledAt: crowd.startsAt }, afterSession)).toEqual(new Set(['']))
  })
})

describe('the workbook', () => {
  test('holds each value as it is, as text', async () => {
    const [heads, ...rows] = await xlsxRows(session)
    expect(heads).toEqual(header)
    expect(rows.map((row) => row[0])).toEqual(hostile)
    expect(rows.map((row) => row[6])).toEqual(hostile)
  })

  test('holds no formula at all', async () => {
    const table = await buildExportTable(session, defaultSearch, afterSession)
    const bytes = await writeXlsx(table)
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /worksheets\/[^/]+\.xml$/.test(name))
    expect(parts).toHaveLength(1)
    expect(Buffer.from(parts[0]?.[1] ?? []).toString()).not.toMatch(/<f[ >]/)
  })

  test('has moments as days with a time on a Dutch wall', async () => {
    const [, first] = await xlsxRows(session)
    // A day is a number with a fraction for the time: it comes back a millisecond off.
    const minutes = Math.round(Number(first?.[15]) / 60_000)
    expect(new Date(minutes * 60_000)).toEqual(new Date(Date.UTC(2022, 9, 30, 0, 30)))
    expect(first?.[16]).toBeNull()
  })
})

describe('both', () => {
  test('hold everybody that is asked for, in the order that is asked for, over all pages', async () => {
    const asked = { place: 'other', order: 'name' } as const
    const [csv, xlsx] = [await csvRows(crowd, asked), await xlsxRows(crowd, asked)]
    expect(csv).toHaveLength(91)
    expect(csv.map(([name]) => name)).toEqual(xlsx.map((row) => row[0]))
    expect(csv.slice(1, 4).map(([name]) => name)).toEqual(['Voorbeeld 4', 'Voorbeeld 9', 'Voorbeeld 14'])
    expect(await csvRows(crowd)).toHaveLength(451)
    expect(await csvRows(crowd, { text: 'nergens' })).toHaveLength(1)
  })
})
