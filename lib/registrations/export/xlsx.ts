import { writeXlsxStream } from 'hucre/xlsx'
import { wallTime } from '@/lib/platform/time'
import type { Cell, ExportTable } from './table'

/**
 * The table as a workbook, streamed. Text is typed as text, so that no program takes it for a formula or a number; moments
 * are days with a time on a Dutch wall.
 */
export function writeXlsx({ columns, rows }: ExportTable): ReadableStream<Uint8Array> {
  return writeXlsxStream(toTypedRows(rows), {
    name: 'Aanmeldingen',
    freezePane: { rows: 1 },
    columns: columns.map(({ header, isDateTime }) => ({
      header: escapeCharacterReferences(header),
      width: isDateTime ? 17 : 24,
      ...(isDateTime && { numFmt: 'd-m-yyyy h:mm' }),
    })),
  })
}

async function* toTypedRows(rows: AsyncIterable<Cell[]>) {
  for await (const row of rows) yield row.map(toCell)
}

function toCell(cell: Cell): Cell {
  if (cell === null) return null
  return cell instanceof Date ? toWallClock(cell) : escapeCharacterReferences(cell)
}

/** In a workbook `_x0041_` stands for the character of that number (ECMA-376, ST_Xstring); this says that it does not. */
const escapeCharacterReferences = (text: string) => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')

/** A spreadsheet knows no zones: it shows what UTC would show. */
function toWallClock(at: Date): Date {
  const { year, month, day, hour, minute } = wallTime(at)
  return new Date(Date.UTC(year, month - 1, day, hour, minute))
}
