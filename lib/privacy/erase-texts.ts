import { Prisma, type Transaction } from '@/lib/platform/db'
import { eraseFromMails } from './erase-told'
import { type Named, takeOut } from './find-in-text'

type Place = {
  table: string
  key: string
  columns: string[]
  from: string
  session: string
  owner: string
  also?: string
}

const ofSignUp = `JOIN "Registration" r ON r."id" =`
const bySession = { session: 't."sessionId"', owner: 'NULL' }
const byOwner = { session: 'r."sessionId"', owner: 'r."id"' }

/** Where somebody may be named in words of their own or of an organiser. */
const places: Place[] = [
  {
    table: 'Answer',
    key: 'id',
    columns: ['text', 'textInTime'],
    from: `"Answer" t ${ofSignUp} t."registrationId"`,
    ...byOwner,
  },
  {
    table: 'Triage',
    key: 'answerId',
    columns: ['note', 'clarification', 'outcomeText', 'textBefore'],
    from: `"Triage" t JOIN "Answer" a ON a."id" = t."answerId" ${ofSignUp} a."registrationId"`,
    ...byOwner,
    // Whoever is writing about it is told that it was changed.
    also: '"version" = "version" + 1',
  },
  {
    table: 'RegistrationNote',
    key: 'id',
    columns: ['text'],
    from: `"RegistrationNote" t ${ofSignUp} t."registrationId"`,
    ...byOwner,
  },
  {
    table: 'Registration',
    key: 'id',
    columns: ['organisation'],
    from: `"Registration" t ${ofSignUp} t."id"`,
    ...byOwner,
  },
  // Two themes never have one key; what is compared is its id from now on.
  { table: 'Theme', key: 'id', columns: ['name'], from: '"Theme" t', ...bySession, also: '"nameKey" = "id"::text' },
  { table: 'TriageClosing', key: 'id', columns: ['why'], from: '"TriageClosing" t', ...bySession },
  { table: 'Letter', key: 'id', columns: ['subject', 'text'], from: '"Letter" t', ...bySession },
]

/**
 * Takes these people out of everything that was written in their session (its id, a UUID), and empties what was mailed of it
 * to others. The caller holds the row of the session, so that nobody writes meanwhile.
 */
export async function eraseFromTexts(tx: Transaction, sessionId: string, people: Named[]): Promise<void> {
  if (people.length === 0) return
  await eraseFromMails(tx, sessionId, people)
  const clean = takeOut(people)
  for (const place of places) {
    for (const row of await findRows(tx, place, sessionId)) {
      const changed = place.columns.flatMap((column) => {
        const text = row[column]
        const cleaned = text && clean(text, row.owner ?? null)
        return cleaned && cleaned !== text ? [Prisma.sql`${Prisma.raw(`"${column}"`)} = ${cleaned}`] : []
      })
      if (changed.length > 0) await write(tx, place, row.key ?? '', changed)
    }
  }
}

type Row = Record<string, string | null>

function findRows(tx: Transaction, { key, columns, from, session, owner }: Place, sessionId: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT t.${Prisma.raw(`"${key}"`)}::text AS "key", ${Prisma.raw(`${owner}::text`)} AS "owner",
      ${Prisma.raw(columns.map((column) => `t."${column}"`).join(', '))}
    FROM ${Prisma.raw(from)} WHERE ${Prisma.raw(session)} = ${sessionId}::uuid`
}

async function write(tx: Transaction, { table, key, also }: Place, id: string, changed: Prisma.Sql[]): Promise<void> {
  const set = Prisma.join([...changed, ...(also ? [Prisma.raw(also)] : [])])
  await tx.$executeRaw`
    UPDATE ${Prisma.raw(`"${table}"`)} SET ${set} WHERE ${Prisma.raw(`"${key}"`)} = ${id}::uuid`
}
