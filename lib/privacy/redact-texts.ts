import { Prisma, type Transaction } from '@/lib/db/client'
import { createRedactor, type KnownIdentity } from './redact'
import { redactMailsToOthers } from './redact-mails-to-others'

type TextSource = {
  table: string
  idColumn: string
  columns: string[]
  fromSql: string
  sessionIdSql: string
  ownerIdSql: string
  extraAssignment?: string
}

const joinRegistration = `JOIN "Registration" r ON r."id" =`
const sessionScope = { sessionIdSql: 't."sessionId"', ownerIdSql: 'NULL' }
const registrationScope = { sessionIdSql: 'r."sessionId"', ownerIdSql: 'r."id"' }

/** Where somebody may be named in words of their own or of an organiser. */
const textSources: TextSource[] = [
  {
    table: 'Answer',
    idColumn: 'id',
    columns: ['text', 'textAtDeadline'],
    fromSql: `"Answer" t ${joinRegistration} t."registrationId"`,
    ...registrationScope,
  },
  {
    table: 'Triage',
    idColumn: 'answerId',
    columns: ['note', 'clarification', 'resultText', 'textAtDecision'],
    fromSql: `"Triage" t JOIN "Answer" a ON a."id" = t."answerId" ${joinRegistration} a."registrationId"`,
    ...registrationScope,
    // Whoever is writing about it is told that it was changed.
    extraAssignment: '"version" = "version" + 1',
  },
  {
    table: 'RegistrationNote',
    idColumn: 'id',
    columns: ['text'],
    fromSql: `"RegistrationNote" t ${joinRegistration} t."registrationId"`,
    ...registrationScope,
  },
  {
    table: 'Registration',
    idColumn: 'id',
    columns: ['organisation'],
    fromSql: `"Registration" t ${joinRegistration} t."id"`,
    ...registrationScope,
  },
  // Two themes never have one key; what is compared is its id from now on.
  {
    table: 'Theme',
    idColumn: 'id',
    columns: ['name'],
    fromSql: '"Theme" t',
    ...sessionScope,
    extraAssignment: '"normalizedName" = "id"::text',
  },
  { table: 'TriageRound', idColumn: 'id', columns: ['explanation'], fromSql: '"TriageRound" t', ...sessionScope },
  {
    table: 'CustomMessage',
    idColumn: 'id',
    columns: ['subject', 'text'],
    fromSql: '"CustomMessage" t',
    ...sessionScope,
  },
]

/**
 * Takes these people out of everything that was written in their session (its id, a UUID), and empties what was mailed of it
 * to others. The caller holds the row of the session, so that nobody writes meanwhile.
 */
export async function redactTexts(tx: Transaction, sessionId: string, people: KnownIdentity[]): Promise<void> {
  if (people.length === 0) return
  await redactMailsToOthers(tx, sessionId, people)
  const redact = createRedactor(people)
  for (const source of textSources) {
    for (const row of await findTextRows(tx, source, sessionId)) {
      const assignments = source.columns.flatMap((column) => {
        const text = row[column]
        const redacted = text && redact(text, row.owner ?? null)
        return redacted && redacted !== text ? [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${redacted}`] : []
      })
      if (assignments.length > 0) await updateRow(tx, source, row.key ?? '', assignments)
    }
  }
}

type Row = Record<string, string | null>

function findTextRows(
  tx: Transaction,
  { idColumn, columns, fromSql, sessionIdSql, ownerIdSql }: TextSource,
  sessionId: string,
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT t.${Prisma.raw(`"${idColumn}"`)}::text AS "key", ${Prisma.raw(`${ownerIdSql}::text`)} AS "owner",
      ${Prisma.raw(columns.map((column) => `t."${column}"`).join(', '))}
    FROM ${Prisma.raw(fromSql)} WHERE ${Prisma.raw(sessionIdSql)} = ${sessionId}::uuid`
}

async function updateRow(
  tx: Transaction,
  { table, idColumn, extraAssignment }: TextSource,
  id: string,
  assignments: Prisma.Sql[],
): Promise<void> {
  const setSql = Prisma.join([...assignments, ...(extraAssignment ? [Prisma.raw(extraAssignment)] : [])])
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} SET ${setSql} WHERE ${Prisma.raw(`"${idColumn}"`)} = ${id}::uuid`
}
