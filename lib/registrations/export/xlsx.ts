import writeExcelFile, { type Cell as WorkbookCell } from 'write-excel-file/node'
import { wallTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/** Returns the table as a workbook. Text has the type text, so no program reads it as a formula or number. */
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
  return { value: hideObjectMember(escapeCharacterReferences(cell)), type: String }
}

/** A workbook reads `_x0041_` as the character with that code (ECMA-376, ST_Xstring). Escapes the underscore. */
const escapeCharacterReferences = (text: string) => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

/** Writes texts such as "constructor" with a reference: the library looks texts up in a plain object. */
const hideObjectMember = (text: string) =>
  text in Object.prototype ? `_x${text.charCodeAt(0).toString(16).padStart(4, '0')}_${text.slice(1)}` : text

/** Spreadsheets have no time zones: returns the instant at which UTC shows the Dutch wall time. */
function toWallClock(at: Date): Date {
  const { year, month, day, hour, minute } = wallTime(at)
  return new Date(Date.UTC(year, month - 1, day, hour, minute))
}
