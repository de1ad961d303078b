import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Prisma, type PrismaClient } from '@/lib/db/client'

/** Who is named, now and before: these also stand in all that somebody can have written. */
const knownPerson = {
  'Registration.name': 'Merkwaardig Voorbeeld',
  'Registration.email': 'merkwaardig@example.nl',
  'Registration.phone': '06 12340001',
  'RegistrationChange.before': 'Vroeger Voorbeeld',
  'EmailChangeRequest.email': 'gevraagd@example.nl',
} as const

/** What anybody can write a name in. */
const freeTextColumns = [
  'Answer.text',
  'Answer.textAtDeadline',
  'Triage.textAtDecision',
  'Triage.note',
  'Triage.clarification',
  'Triage.resultText',
  'Theme.name',
  'TriageRound.explanation',
  'CustomMessage.text',
  'Message.subject',
  'Message.html',
  'Message.text',
  'Registration.organisation',
]

// Codes that a constraint holds, keys that other tables refer to, and what the erasing goes by.
const columnsWithoutCanary = [
  'Release.releasedBy',
  'CustomMessage.createdBy',
  'ClarificationRequest.requestedBy',
  'TriageRound.closedBy',
  'TriageRound.reopenedBy',
  'Organiser.id',
  'Message.organiserId',
  'Message.kind',
  'RegistrationChange.field',
  'Triage.ownerId',
  'Login.userId',
  'Account.userId',
  'TwoFactor.userId',
]

// A constraint wants one of the two: each is marked where it stands.
const exclusiveColumns = ['Registration.municipalityCode', 'Registration.organisation']

// In a mail about an account at the desk nobody else can be named, and only in a letter the subject names others.
const isAccountMail = Prisma.sql`"sessionId" IS NULL`
const namesNobodyElse: Record<string, Prisma.Sql> = {
  'Message.subject': Prisma.sql`"customMessageId" IS NULL`,
  'Message.html': isAccountMail,
  'Message.text': isAccountMail,
}

export type Canary = { column: string; value: string }

/** The mark of a column, and what is looked for of it: the same number may be written in another way. */
const canaryFor = (column: string) =>
  column in knownPerson
    ? knownPerson[column as keyof typeof knownPerson]
    : `merk-${column.toLowerCase().replace('.', '-')}!`

type TextColumn = { table: string; column: string; type: string }

/** The columns of text and json that the database has, by its own catalogue. */
async function textColumns(db: PrismaClient): Promise<TextColumn[]> {
  return await db.$queryRaw<TextColumn[]>`
    SELECT table_name::text AS "table", column_name::text AS "column", udt_name::text AS type FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND udt_name IN ('text', 'varchar', 'jsonb', 'json')`
}

/** Puts a mark in each of those columns, in every row there is; fails on a table without one. Gives the marks. */
export async function plantCanaries(db: PrismaClient): Promise<Canary[]> {
  const canaries: Canary[] = []
  for (const { table, column, type } of await textColumns(db)) {
    const name = `${table}.${column}`
    if (columnsWithoutCanary.includes(name)) continue
    const canary = canaryFor(name)
    const withNames = freeTextColumns.includes(name)
      ? `${canary} van ${Object.values(knownPerson).join(', ')} (+31 6 1234 0001)`
      : canary
    const text = table === 'Release' && column === 'onlineLink' ? `https://${withNames}` : withNames
    const planted = type.startsWith('json')
      ? Prisma.sql`to_jsonb(${text}::text)`
      : await uniqueText(db, table, column, text)
    const value =
      name in namesNobodyElse
        ? Prisma.sql`CASE WHEN ${namesNobodyElse[name]} THEN ${canary} ELSE ${planted} END`
        : planted
    const count = await db.$executeRaw`UPDATE ${Prisma.raw(`"${table}"`)} SET ${Prisma.raw(`"${column}"`)} = ${value}
      WHERE ${Prisma.raw(exclusiveColumns.includes(name) ? `"${column}" IS NOT NULL` : 'true')}`
    if (count === 0) throw new Error(`${table} has no row to mark`)
    canaries.push({ column: name, value: canary })
  }
  return canaries
}

/** Where a column is unique each row has a mark of its own. */
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

/** All that is kept, as text: every row of every table, and every file in the folder. */
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

/** Whether a mark stands in it, a number however it is written. */
export function containsCanary(dump: string, { column, value }: Canary): boolean {
  if (column !== 'Registration.phone') return dump.includes(value)
  return /1[\s.-]*2[\s.-]*3[\s.-]*4[\s.-]*0[\s.-]*0[\s.-]*0[\s.-]*1/.test(dump)
}
