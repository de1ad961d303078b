import { isoDate, isoTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/** So that Excel knows it for UTF-8. */
const byteOrderMark = '\uFEFF'

/**
 * The table as CSV, as a Dutch Excel opens it by a double click: UTF-8 with a mark, semicolons, and line ends of RFC 4180.
 * Moments are Dutch wall time.
 */
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

/** With one of these in front a spreadsheet may take a text for a formula (OWASP, CSV Injection); also in full width. */
const formulaStart = /^[\s\u0000-\u001F]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/
/**
 * What a Dutch or English spreadsheet reads as something else than text: 0612345678 would lose its nought, 1-2 and "3 mei"
 * become days, "waar" becomes a truth.
 */
const reinterpretedPatterns = [
  /^[\d\s.,:/+()%\u20ac-]*\d[\d\s.,:/+()%\u20ac-]*$/,
  /^\d+([.,]\d+)?e\d+$/i,
  // Its own mark: with one more in front, what stands behind the first is always what was typed.
  /^'/,
  /^(waar|onwaar|true|false)$/i,
  /^(\d{1,2}[\s-])?(jan|feb|maa|mar|mrt|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?([\s-]\d{1,4})?$/i,
]

/** The same text after an apostrophe, the mark by which spreadsheets know text, where it would be taken for something else. */
export const escapeForSpreadsheet = (text: string) =>
  [formulaStart, ...reinterpretedPatterns].some((pattern) => pattern.test(text)) ? `'${text}` : text
