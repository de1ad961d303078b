import { isDeepStrictEqual } from 'node:util'

export type Row = Record<string, unknown>
/** Rows by table. Each row has its columns by name. */
export type Rows = Record<string, Row[]>

/** New values by old value; an old value that is not listed stays as it is. A function returns the new value. */
type ValueMapping = Record<string, unknown> | ((value: unknown, row: Row) => unknown)

/** Returns all new rows, by new table, that replace one old row. `renamed` is the row after all other parts of the mapping. */
type Move = (row: Row, context: { renamed: Row; rows: Rows }) => Rows

/** What migrations change in existing rows. Every key is the name before migrating; what is not listed stays as it is. */
export type Mapping = {
  /** Old table → new table. */
  tables: Record<string, string>
  /** Old table → old column → new column. */
  columns: Record<string, Record<string, string>>
  /** Old table → old column → new value. */
  values: Record<string, Record<string, ValueMapping>>
  /** Old table → new column → its expected value, computed from the old row and all old rows. */
  added: Record<string, Record<string, (row: Row, rows: Rows) => unknown>>
  /** Old table → old columns that are gone. */
  dropped: Record<string, string[]>
  /** Old table → function that returns the new rows, for a structural change such as a split table. */
  moves: Record<string, Move>
  /** New table → its expected rows, for a table that no old row moves to. */
  created: Rows
}

/** Returns the rows that migrations must make of these rows. Throws when the mapping names an unknown table or column. */
export function expectedRows(rows: Rows, mapping: Mapping): Rows {
  refuseUnknownNames(rows, mapping)
  const expected: Rows = { ...mapping.created }
  for (const [table, old] of Object.entries(rows)) {
    const move = mapping.moves[table]
    const newTable = mapping.tables[table] ?? table
    if (!move) add(expected, { [newTable]: [] })
    for (const row of old) {
      const renamed = renamedRow({ table, row, rows }, mapping)
      add(expected, move ? move(row, { renamed, rows }) : { [newTable]: [renamed] })
    }
  }
  return expected
}

function add(expected: Rows, more: Rows): void {
  for (const [table, rows] of Object.entries(more)) expected[table] = [...(expected[table] ?? []), ...rows]
}

type OldRow = { table: string; row: Row; rows: Rows }

function renamedRow({ table, row, rows }: OldRow, { columns, values, added, dropped }: Mapping): Row {
  const renamed: Row = {}
  const set = (column: string, value: unknown) => {
    if (column in renamed) throw new Error(`two columns of ${table} become ${column}`)
    renamed[column] = value
  }
  for (const [column, value] of Object.entries(row)) {
    if (dropped[table]?.includes(column)) continue
    set(columns[table]?.[column] ?? column, newValue(value, row, values[table]?.[column]))
  }
  for (const [column, compute] of Object.entries(added[table] ?? {})) set(column, compute(row, rows))
  return renamed
}

function newValue(value: unknown, row: Row, mapping: ValueMapping = {}): unknown {
  if (typeof mapping === 'function') return mapping(value, row)
  return typeof value === 'string' && Object.hasOwn(mapping, value) ? mapping[value] : value
}

/** A misspelt name would otherwise have no effect. */
function refuseUnknownNames(rows: Rows, { tables, columns, values, added, dropped, moves }: Mapping): void {
  for (const table of [tables, columns, values, added, dropped, moves].flatMap(Object.keys)) {
    if (!rows[table]) throw new Error(`the mapping names an unknown table: ${table}`)
  }
  for (const [table, names] of [columns, values, dropped].flatMap((part) => Object.entries(part))) {
    const known = new Set((rows[table] ?? []).flatMap((row) => Object.keys(row)))
    for (const name of Array.isArray(names) ? names : Object.keys(names)) {
      if (!known.has(name)) throw new Error(`the mapping names an unknown column: ${table}.${name}`)
    }
  }
}

/** Columns of the primary key, by table. Rows of a table without one are compared as a whole. */
export type Keys = Record<string, string[]>

/** Returns one sentence for each table, row, column and value in which these differ; empty when nothing does. */
export function differences(expected: Rows, actual: Rows, keys: Keys): string[] {
  return namesIn(expected, actual).flatMap((table) => {
    const [wanted, found] = [expected[table], actual[table]]
    if (!found) return [`${table}: the table is missing`]
    if (!wanted) return [`${table}: the table is not expected`]
    const [wantedRows, foundRows] = [byKey(wanted, keys[table]), byKey(found, keys[table])]
    const twice = wantedRows.size < wanted.length ? [`${table}: two expected rows have the same key`] : []
    const rows = [...new Set([...wantedRows.keys(), ...foundRows.keys()])]
    return [...twice, ...rows.flatMap((key) => inRow(`${table} ${key}`, wantedRows.get(key), foundRows.get(key)))]
  })
}

function inRow(name: string, wanted: Row | undefined, found: Row | undefined): string[] {
  if (!found) return [`${name}: the row is missing`]
  if (!wanted) return [`${name}: the row is not expected`]
  return namesIn(wanted, found).flatMap((column) => {
    if (!(column in found)) return [`${name}: column ${column} is missing`]
    if (!(column in wanted)) return [`${name}: column ${column} is not expected`]
    if (isDeepStrictEqual(wanted[column], found[column])) return []
    return [`${name}: ${column} is ${shown(found[column])}, expected ${shown(wanted[column])}`]
  })
}

const byKey = (rows: Row[], key: string[] = []) =>
  new Map(
    rows.map((row) => [
      (key.length > 0 ? key : Object.keys(row).sort()).map((name) => shownKey(row[name])).join(' '),
      row,
    ]),
  )

const shownKey = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
const shown = (value: unknown) => (JSON.stringify(value) ?? 'undefined').slice(0, 200)
const namesIn = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])].sort()
