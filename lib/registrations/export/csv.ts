import { safeText } from '@/lib/platform/text'
import { isoDate, isoTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/** Prefix that makes Excel read the file as UTF-8. */
const byteOrderMark = '\uFEFF'

/** Yields the table as CSV for Dutch Excel, line by line: semicolons, CRLF (RFC 4180) and Dutch wall time. */
export async function* writeCsv({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield byteOrderMark + line(columns.map(({ header }) => header))
  for await (const row of rows) yield line(row)
}

const line = (cells: Cell[]) => `${cells.map(field).join(';')}\r\n`

function field(cell: Cell): string {
  if (cell === null) return ''
  if (cell instanceof Date) return `${isoDate(cell)} ${isoTime(cell)}`
  return `"${escapeForSpreadsheet(safeText(cell)).replaceAll('"', '""')}"`
}

/** Matches text that a spreadsheet may run as a formula (OWASP, CSV Injection), also in full-width characters. */
const formulaStart = /^[\s\u0000-\u001F]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/** Match texts that a Dutch or English spreadsheet converts: 0612345678 would become a number and lose its zero. */
const reinterpretedPatterns = [
  /^[\d\s.,:/+()%\u20ac-]*\d[\d\s.,:/+()%\u20ac-]*$/,
  /^\d+([.,]\d+)?e\d+$/i,
  // A leading apostrophe is escaped too, so that removing one apostrophe always restores the text.
  /^'/,
  /^(waar|onwaar|true|false)$/i,
  /^(\d{1,2}[\s-])?(jan|feb|maa|mar|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?([\s-]\d{1,4})?$/i,
]

/** Returns the text, prefixed with an apostrophe when a spreadsheet could read it as a formula, number or date. */
export const escapeForSpreadsheet = (text: string) =>
  [formulaStart, ...reinterpretedPatterns].some((pattern) => pattern.test(text)) ? `'${text}` : text
