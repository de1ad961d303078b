import writeExcelFile, { type Cell as WorkbookCell } from 'write-excel-file/node'
import { safeText } from '@/lib/platform/text'
import { wallTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/** Returns the table as an Excel workbook. Texts have the type text, so that no program reads them as a formula. */
export async function writeXlsx({ columns, rows }: ExportTable): Promise<Buffer<ArrayBuffer>> {
  const sheet: WorkbookCell[][] = [columns.map(({ header }) => toWorkbookCell(header))]
  for await (const row of rows) sheet.push(row.map(toWorkbookCell))
  const options = {
    sheet: 'Aanmeldingen',
    stickyRowsCount: 1,
    columns: columns.map(({ isDateTime }) => ({ width: isDateTime ? 17 : 24 })),
  }
  return Buffer.from(await writeExcelFile(sheet, options).toBuffer())
}

function toWorkbookCell(cell: Cell): WorkbookCell {
  if (cell === null) return null
  if (cell instanceof Date) return { value: toWallClock(cell), type: Date, format: 'd-m-yyyy h:mm' }
  return { value: hideObjectMember(escapeCharacterReferences(safeText(cell))), type: String }
}

/** Escapes texts such as "_x0041_", which a workbook reads as a character code (ECMA-376, ST_Xstring). */
const escapeCharacterReferences = (text: string) => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

/**
 * Encodes the first character of texts such as "constructor". The Excel library looks texts up in a plain object, which
 * inherits members with these names.
 */
const hideObjectMember = (text: string) =>
  text in Object.prototype ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}` : text

/** Returns the instant whose UTC time equals the Dutch wall time of `at`, because spreadsheets have no time zones. */
function toWallClock(at: Date): Date {
  const { year, month, day, hour, minute } = wallTime(at)
  return new Date(Date.UTC(year, month - 1, day, hour, minute))
}
