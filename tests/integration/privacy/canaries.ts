import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Prisma, type PrismaClient } from '@/lib/db/client'

/** Current and former identifying values of one person. They are planted in every text that outlives the retention periods. */
const knownPerson = {
  'Registration.name': 'Merkwaardig Voorbeeld',
  'Registration.email': 'merkwaardig@example.nl',
  'Registration.phone': '06 12340001',
  'RegistrationChange.before': 'Vroeger Voorbeeld',
  'EmailChangeRequest.email': 'gevraagd@example.nl',
} as const

const permanentTexts = ['Answer.text', 'Answer.textAtDeadline', 'Theme.name', 'Registration.organisation']

// Columns with a constraint, referenced keys, and columns that the purge job depends on.
const columnsWithoutCanary = [
  'Release.releasedBy',
  'CustomMessage.createdBy',
  'ClarificationRequest.requestedBy',
  'RegistrationNote.createdBy',
  'TriageRound.closedBy',
  'TriageRound.reopenedBy',
  'Organiser.id',
  'Message.organiserId',
  'RegistrationChange.field',
  'Triage.ownerId',
  'Login.userId',
  'Account.userId',
  'TwoFactor.userId',
]

// A constraint allows only one of the two: a canary replaces the one that is present.
const exclusiveColumns = ['Registration.municipalityCode', 'Registration.organisation']

export type Canary = { column: string; value: string }

const canaryFor = (column: string) =>
  column in knownPerson
    ? knownPerson[column as keyof typeof knownPerson]
    : `merk-${column.toLowerCase().replace('.', '-')}!`

type TextColumn = { table: string; column: string; type: string }

/** Lists the text and JSON columns from the catalogue of the database, without foreign keys. */
async function textColumns(db: PrismaClient): Promise<TextColumn[]> {
  return await db.$queryRaw<TextColumn[]>`
    SELECT table_name::text AS "table", column_name::text AS "column", udt_name::text AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND udt_name IN ('text', 'varchar', 'jsonb', 'json')
      AND NOT EXISTS (SELECT 1 FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE contype = 'f' AND conrelid = format('%I', table_name)::regclass AND attname = column_name)`
}

/** Plants a recognisable value in each text column of every row. Throws if a table is empty. */
export async function plantCanaries(db: PrismaClient): Promise<Canary[]> {
  const canaries: Canary[] = []
  for (const { table, column, type } of await textColumns(db)) {
    const name = `${table}.${column}`
    if (columnsWithoutCanary.includes(name)) continue
    const value = canaryFor(name)
    const withNames = permanentTexts.includes(name)
      ? `${value} van ${Object.values(knownPerson).join(', ')} (+31 6 1234 0001)`
      : value
    const text = table === 'Release' && column === 'onlineLink' ? `https://${withNames}` : withNames
    const planted = type.startsWith('json')
      ? Prisma.sql`to_jsonb(${text}::text)`
      : await uniqueText(db, table, column, text)
    const count = await db.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${column}"`)} = ${planted}
      WHERE ${Prisma.raw(exclusiveColumns.includes(name) ? `"${column}" IS NOT NULL` : 'true')}`
    if (count === 0) throw new Error(`${table} has no row for a canary`)
    canaries.push({ column: name, value })
  }
  return canaries
}

/** Adds the row id to the text of a unique column. */
async function uniqueText(db: PrismaClient, table: string, column: string, text: string): Promise<Prisma.Sql> {
  const [{ unique } = { unique: false }] = await db.$queryRaw<{ unique: boolean }[]>`
    SELECT EXISTS (
      SELECT 1 FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
      WHERE indisunique AND indrelid = ${`"${table}"`}::regclass AND attname = ${column}) AS unique`
  const row = Prisma.raw(`"${table}".ctid::text`)
  return unique && !(`${table}.${column}` in knownPerson)
    ? Prisma.sql`${text}::text || ' ' || ${row}`
    : Prisma.sql`${text}::text`
}

/** Every row of every table and every file in `dir`, as text. */
export async function dumpDatabaseAndFiles(db: PrismaClient, dir: string): Promise<string> {
  const tables = [...new Set((await textColumns(db)).map(({ table }) => table))]
  const rows = await Promise.all(
    tables.map(async (table) => {
      const [{ all } = { all: '' }] = await db.$queryRaw<{ all: string }[]>`
        SELECT coalesce(string_agg(to_jsonb(t)::text, E'\n'), '') AS all FROM ${Prisma.raw(`"${table}"`)} t`
      return all
    }),
  )
  const names = await readdir(dir)
  const files = await Promise.all(names.map((name) => readFile(path.join(dir, name), 'utf8')))
  return [...rows, ...names, ...files].join('\n')
}

/** Finds the phone number in any notation. */
export function containsCanary(dump: string, { column, value }: Canary): boolean {
  if (column !== 'Registration.phone') return dump.includes(value)
  return /1[\s.-]*2[\s.-]*3[\s.-]*4[\s.-]*0[\s.-]*0[\s.-]*0[\s.-]*1/.test(dump)
}
