import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { escapeForSpreadsheet, writeCsv } from '@/lib/registrations/export/csv'
import type { Cell, ExportTable } from '@/lib/registrations/export/table'
import { writeXlsx } from '@/lib/registrations/export/xlsx'
import { spreadsheetStrings } from '@/tests/support/hostile-input/spreadsheet-strings'
import { spreadsheetValues } from '@/tests/support/hostile-input/spreadsheet-values'
import { runCommand } from '@/tests/support/run/command'

/** An import as a Dutch office sets it: semicolons, UTF-8, Dutch, and it looks for numbers and days in what is quoted too. */
const dutchCsv = 'CSV:59,34,76,1,,1043,false,true'

const registeredAt = new Date('2022-10-29T22:30:00Z')
const values = [...spreadsheetStrings, ...Object.values(spreadsheetValues).flat()]
const rows: Cell[][] = values.map((text) => [text, null, registeredAt, `na ${text}`])
const table = (): ExportTable => ({
  columns: [
    { header: 'Naam', isDateTime: false },
    { header: '=Leeg', isDateTime: false },
    { header: 'Aangemeld op', isDateTime: true },
    { header: 'Antwoord', isDateTime: false },
  ],
  rows: (async function* () {
    yield* rows
  })(),
})

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aanschuif-office-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What LibreOffice makes of a cell: a text, or (a number, a day, what a formula comes to) what it shows. */
type ReadCell = { text: string } | { shown: string }
const text = (value: string): ReadCell => ({ text: value })

/** Opens the file in LibreOffice, and lets that write down its cells with quotes around the texts and nothing else. */
async function convertWithLibreOffice(name: string, bytes: Uint8Array, filter: string[] = []): Promise<ReadCell[][]> {
  const [from, to] = [path.join(folder, name), path.join(folder, 'out')]
  await writeFile(from, bytes)
  const own = `-env:UserInstallation=file://${folder}/profile`
  const written = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,1043,true,true'
  const parameters = [own, '--headless', ...filter, '--convert-to', written, '--outdir', to, from]
  const { succeeded, output } = await runCommand('soffice', parameters, { show: false, seconds: 100 })
  expect(succeeded, output).toBe(true)
  const saved = await readFile(path.join(to, name.replace(/\w+$/, 'csv')))
  const cast = (value: string, { quoting }: { quoting: boolean }) => (quoting ? text(value) : { shown: value })
  return parse(saved, { bom: true, delimiter: ';', cast }) as unknown as ReadCell[][]
}

describe('LibreOffice gives back', () => {
  test('each value of the CSV file as a text, behind the apostrophe that keeps it one', async () => {
    const chunks: string[] = []
    for await (const chunk of writeCsv(table())) chunks.push(chunk)
    const filter = [`--infilter=${dutchCsv}`]
    const [heads, ...found] = await convertWithLibreOffice('sign-ups.csv', Buffer.from(chunks.join('')), filter)
    expect(heads).toEqual(['Naam', "'=Leeg", 'Aangemeld op', 'Antwoord'].map(text))
    expect(found.map(([name]) => name)).toEqual(values.map((value) => text(escapeForSpreadsheet(value))))
    expect(found.map((row) => row[3])).toEqual(values.map((value) => text(`na ${value}`)))
    for (const row of found) expect(row.slice(1, 3)).toEqual([{ shown: '' }, { shown: '2022-10-30 00:30:00' }])
  })

  test('each value of the workbook as it was typed, and as a text', async () => {
    const bytes = await writeXlsx(table())
    const [heads, ...found] = await convertWithLibreOffice('sign-ups.xlsx', bytes)
    expect(heads).toEqual(['Naam', '=Leeg', 'Aangemeld op', 'Antwoord'].map(text))
    expect(found.map(([name]) => name)).toEqual(values.map(text))
    expect(found.map((row) => row[3])).toEqual(values.map((value) => text(`na ${value}`)))
    for (const row of found) expect(row.slice(1, 3)).toEqual([{ shown: '' }, { shown: '30-10-2022 0:30' }])
  })

  test('each value unchanged after the apostrophe is removed, more than 300 of all kinds', async () => {
    const csv = values.map((value) => escapeForSpreadsheet(value))
    expect(values.length).toBeGreaterThan(300)
    expect(csv.map((cell, index) => (cell === values[index] ? cell : cell.slice(1)))).toEqual(values)
  })

  test('something else for what nothing keeps a text: it looks hard enough', async () => {
    const raw = 'a;b;c\r\n"0612345678";"1-2";"=1+1"\r\n'
    const [, found] = await convertWithLibreOffice('raw.csv', Buffer.from(raw), [`--infilter=${dutchCsv}`])
    expect(found?.[0]).toEqual({ shown: '612345678' })
    expect(found?.[1]).toHaveProperty('shown')
    expect(found?.[2]).not.toEqual(text('=1+1'))
  })
})
