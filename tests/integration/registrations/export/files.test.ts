import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { beforeAll, describe, expect, test } from 'vitest'
import { defaultSearch, type RegistrationSearch } from '@/lib/registrations/admin/search-params'
import { writeCsv } from '@/lib/registrations/export/csv'
import { buildExportTable, type ExportTable } from '@/lib/registrations/export/table'
import { writeXlsx } from '@/lib/registrations/export/xlsx'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { spreadsheetStrings as hostile } from '@/tests/support/hostile-input/spreadsheet-strings'
import { unsafeCharacters } from '@/tests/support/hostile-input/unsafe-text'

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
let largeSession: Awaited<ReturnType<typeof createTestSession>>
beforeAll(async () => {
  session = await createTestSession(db)
  const [question] = session.questions
  for (const [index, text] of hostile.entries()) {
    const { id } = await addParticipant(db, session.id, { name: text })
    await db.answer.create({ data: { registrationId: id, questionId: question?.id ?? '', text } })
    const createdAt = new Date(Date.UTC(2022, 9, 29, 22, 30 - index))
    await db.registration.update({ where: { id }, data: { createdAt } })
  }
  largeSession = await createTestSession(db)
  await addManyRegistrations(db, largeSession, { count: 450, from: new Date('2022-09-20T09:00:00Z') })
})

type Exported = Parameters<typeof buildExportTable>[0]
const afterSession = new Date('2022-11-09T08:00:00Z')

async function csvOf(session: Exported, search: Partial<RegistrationSearch> = {}, now = afterSession) {
  const chunks: string[] = []
  for await (const chunk of writeCsv(await buildExportTable(session, { ...defaultSearch, ...search }, now)))
    chunks.push(chunk)
  return chunks.join('')
}
const csvRows = async (session: Exported, search: Partial<RegistrationSearch> = {}, now = afterSession) =>
  parse(await csvOf(session, search, now), { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]

async function xlsxRows(session: Exported, search: Partial<RegistrationSearch> = {}) {
  const table = await buildExportTable(session, { ...defaultSearch, ...search }, afterSession)
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

describe('writeCsv', () => {
  test('writes a byte order mark, semicolons, CRLF and columns in the order of the form', async () => {
    const text = await csvOf(session)
    expect(text.startsWith('\uFEFF"Naam";"E-mailadres";')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect((await csvRows(session))[0]).toEqual(header)
  })

  test('escapes texts that a spreadsheet would interpret and leaves other texts unchanged', async () => {
    const [, ...rows] = await csvRows(session)
    const kept = [
      ...['een; twee "drie"\nvier', '_x0041_ & <b>vet</b>', '_x005F_x0041__X0042_'],
      ...['constructor', '__proto__', ...hostile.slice(-2)],
    ]
    expect(rows.map(([name]) => name)).toEqual(hostile.map((text) => (kept.includes(text) ? text : `'${text}`)))
    expect(rows.map((row) => row[6])).toEqual(rows.map(([name]) => name))
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  })

  test('writes booleans in Dutch and dates in Dutch wall time', async () => {
    const [, first] = await csvRows(session)
    expect(first?.slice(12)).toEqual(['ja', 'nee', 'aangemeld', '2022-10-30 00:30', ''])
  })
})

describe('the attendance column', () => {
  const tookPart = async (session: Exported, now: Date) => {
    const rows = await csvRows(session, {}, now)
    return new Set(rows.slice(1).map((row) => row[13]))
  }

  test('stays empty until the session ends, to the millisecond', async () => {
    expect(await tookPart(largeSession, new Date(largeSession.endsAt.getTime() - 1))).toEqual(new Set(['']))
    expect(await tookPart(largeSession, largeSession.endsAt)).toEqual(new Set(['ja', 'nee']))
  })

  test('stays empty for a cancelled session', async () => {
    expect(await tookPart({ ...largeSession, cancelledAt: largeSession.startsAt }, afterSession)).toEqual(new Set(['']))
  })
})

describe('the status column', () => {
  test('tells participants, the waitlist and cancelled registrations apart when everybody is exported', async () => {
    const mixed = await createTestSession(db)
    const at = new Date('2022-10-10T09:00:00Z')
    const states = [{}, { waitlistedAt: at }, { waitlistedAt: at, offerExpiresAt: at }, { cancelledAt: at }]
    for (const data of states) {
      const { id } = await addParticipant(db, mixed.id)
      await db.registration.update({ where: { id }, data })
    }
    const statuses = async (search: Partial<RegistrationSearch>) =>
      (await csvRows(mixed, search)).slice(1).map((row) => row[14])
    expect((await statuses({ state: 'all' })).sort()).toEqual([
      ...['aangemeld', 'afgemeld', 'op de wachtlijst', 'plek aangeboden'],
    ])
    expect(await statuses({})).toEqual(['aangemeld'])
  })
})

describe('writeXlsx', () => {
  test('writes each text unchanged, as text', async () => {
    const [firstRow, ...rows] = await xlsxRows(session)
    expect(firstRow).toEqual(header)
    expect(rows.map((row) => row[0])).toEqual(hostile)
    expect(rows.map((row) => row[6])).toEqual(hostile)
  })

  test('writes no formula', async () => {
    const table = await buildExportTable(session, defaultSearch, afterSession)
    const bytes = await writeXlsx(table)
    const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /worksheets\/[^/]+\.xml$/.test(name))
    expect(parts).toHaveLength(1)
    expect(Buffer.from(parts[0]?.[1] ?? []).toString()).not.toMatch(/<f[ >]/)
  })

  test('writes dates in Dutch wall time', async () => {
    const [, first] = await xlsxRows(session)
    // Workbooks store a date as a fraction, which can be a millisecond off.
    const minutes = Math.round(Number(first?.[15]) / 60_000)
    expect(new Date(minutes * 60_000)).toEqual(new Date(Date.UTC(2022, 9, 30, 0, 30)))
    expect(first?.[16]).toBeNull()
  })
})

describe('both files', () => {
  test('stay well-formed and hold each row when stored texts hold unsafe characters', async () => {
    const texts = unsafeCharacters.map((unsafe) => `een${unsafe}twee`)
    const rows = [...texts, 'laatste'].map((text) => [text])
    const table = (): ExportTable => ({
      columns: [{ header: 'Naam\uffff', isDateTime: false }],
      rows: (async function* () {
        yield* rows
      })(),
    })
    const expected = ['Naam', ...texts.map(() => expect.stringMatching(/^een\s?twee$/)), 'laatste']
    const [sheet] = await readWorkbook(await writeXlsx(table()), { trim: false })
    expect(sheet?.data.map(([cell]) => cell)).toEqual(expected)
    const parts = Object.entries(unzipSync(await writeXlsx(table())))
    for (const [, bytes] of parts.filter(([name]) => name.endsWith('.xml')))
      for (const unsafe of unsafeCharacters) expect(Buffer.from(bytes).toString()).not.toContain(unsafe.toWellFormed())
    const chunks: string[] = []
    for await (const chunk of writeCsv(table())) chunks.push(chunk)
    const csv = parse(chunks.join(''), { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][]
    expect(csv.map(([cell]) => cell)).toEqual(expected)
  })

  test('hold all registrations of a search in its order', async () => {
    const search = { place: 'other', order: 'name' } as const
    const [csv, xlsx] = [await csvRows(largeSession, search), await xlsxRows(largeSession, search)]
    expect(csv).toHaveLength(91)
    expect(csv.map(([name]) => name)).toEqual(xlsx.map((row) => row[0]))
    expect(csv.slice(1, 4).map(([name]) => name)).toEqual(['Voorbeeld 4', 'Voorbeeld 9', 'Voorbeeld 14'])
    expect(await csvRows(largeSession)).toHaveLength(451)
    expect(await csvRows(largeSession, { text: 'nergens' })).toHaveLength(1)
  })
})
