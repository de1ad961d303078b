import { isoDate, isoTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/** Makes Excel read the file as UTF-8. */
const byteOrderMark = '\uFEFF'

/** Streams the table as CSV for Dutch Excel: semicolons, CRLF (RFC 4180) and Dutch wall time. */
export async function* writeCsv({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield byteOrderMark + line(columns.map(({ header }) => header))
  for await (const row of rows) yield line(row)
}

const line = (cells: Cell[]) => `${cells.map(field).join(';')}\r\n`

function field(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return `${isoDate(cell)} ${isoTime(cell)}`
  return `"${escapeForSpreadsheet(cell).replaceAll('"', '""')}"`
}

/** Start of a text that a spreadsheet may run as a formula (OWASP, CSV Injection), also in full-width characters. */
const formulaStart = /^[\s\u0000-\u001F]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/** Texts that a Dutch or English spreadsheet turns into a number, date or boolean: 0612345678 would lose its zero. */
const reinterpretedPatterns = [
  /^[\d\s.,:/+()%\u20ac-]*\d[\d\s.,:/+()%\u20ac-]*$/,
  /^\d+([.,]\d+)?e\d+$/i,
  // A leading apostrophe is escaped too, so that removing one apostrophe always restores the text.
  /^'/,
  /^(waar|onwaar|true|false)$/i,
  /^(\d{1,2}[\s-])?(jan|feb|maa|mar|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?([\s-]\d{1,4})?$/i,
]

/** Prefixes the text with an apostrophe, which marks text in spreadsheets, when it could be read as anything else. */
export const escapeForSpreadsheet = (text: string) =>
  [formulaStart, ...reinterpretedPatterns].some((pattern) => pattern.test(text)) ? `'${text}` : text
