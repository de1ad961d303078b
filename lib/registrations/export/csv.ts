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

/**
 * Matches text that a spreadsheet may run as a formula (OWASP, CSV Injection), also in full-width characters, or read as
 * an error value. A leading apostrophe is escaped too, so that removing one apostrophe always restores the text.
 */
const formulaStart = /^[\s\p{C}]*[=+\-@#'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u
const booleans = /^\s*(waar|onwaar|true|false)\s*$/i
/** Matches a word that Dutch or English spreadsheets accept in a number, amount, date or time, such as "mei" or "pm". */
const valueWord = new RegExp(
  `^(${[
    '[adempstuxz]|st|nd|rd|th|de|ste|am|pm|vm|nm|uur|err|fout|inf|nan|eur|euros?|usd|gbp|chf',
    'jan|feb|mrt|maa|mar|apr|mei|may|june?|july?|aug|sept?|o[ck]t|nov|dec',
    'januari|februari|maart|april|juni|juli|augustus|september|o[ck]tober|november|december|january|february|march|august',
    '[mz]a|di|wo|do|vr|zo|(maan|dins|woens|donder|vrij|zater|zon)dag',
    'mon|tues?|wed|thu(rs)?|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day',
  ].join('|')})$`,
  'i',
)

/** Returns whether a spreadsheet may read the text as a number, date or time, and drop the zero of 0612345678. */
const looksLikeValue = (text: string) =>
  /\p{N}/u.test(text) && (text.match(/\p{L}+/gu) ?? []).every((word) => valueWord.test(word))

/** Returns the text, prefixed with an apostrophe if a spreadsheet may read it as a formula, number, date or error. */
export const escapeForSpreadsheet = (text: string) =>
  formulaStart.test(text) || booleans.test(text) || looksLikeValue(text) ? `'${text}` : text
