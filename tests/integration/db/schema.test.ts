import { Client } from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { enums, type Model, models } from '@/tests/support/database/prisma-schema'
import { createTestDatabase } from '@/tests/support/database/test-database'

const { url, db } = await createTestDatabase()
const client = new Client({ connectionString: url })
await client.connect()
afterAll(() => client.end())

async function queryRows<Row extends object>(sql: string): Promise<Row[]> {
  return (await client.query<Row>(sql)).rows
}

const columnsSql = `
  SELECT table_name AS "table", column_name AS name, is_nullable = 'YES' AS nullable, column_default IS NOT NULL AS "default",
    CASE udt_name WHEN 'timestamptz' THEN format('timestamptz(%s)', datetime_precision) ELSE udt_name END AS type
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`

const uniquesSql = `
  SELECT conrelid::regclass::text AS "table", columns FROM (
    SELECT indrelid AS conrelid, string_agg(attname, ',' ORDER BY position) AS columns FROM pg_index
    JOIN LATERAL unnest(indkey) WITH ORDINALITY AS part(number, position) ON true
    JOIN pg_attribute ON attrelid = indrelid AND attnum = number
    WHERE indisunique AND indpred IS NULL AND indrelid::regclass::text <> '_prisma_migrations'
      AND indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
    GROUP BY indexrelid, indrelid
  ) AS found`

const relationsSql = `
  SELECT conrelid::regclass::text AS "table", attname || ' ' || trim('"' FROM confrelid::regclass::text) || ' ' ||
    CASE confdeltype WHEN 'r' THEN 'Restrict' WHEN 'c' THEN 'Cascade' WHEN 'n' THEN 'SetNull' ELSE confdeltype::text END AS relation
  FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) WHERE contype = 'f'`

/** Reads the tables in the form of `models`. */
async function readDatabase(): Promise<Model[]> {
  const columns = await queryRows<Model['columns'][number] & { table: string }>(columnsSql)
  const uniques = await queryRows<{ table: string; columns: string }>(uniquesSql)
  const relations = await queryRows<{ table: string; relation: string }>(relationsSql)
  const of = (name: string) => (row: { table: string }) => row.table.replaceAll('"', '') === name
  return [...new Set(columns.map(({ table }) => table))].map((name) => ({
    name,
    columns: columns.filter(of(name)).map(({ table: _, ...column }) => column),
    uniques: uniques
      .filter(of(name))
      .map((row) => row.columns)
      .sort(),
    relations: relations
      .filter(of(name))
      .map((row) => row.relation)
      .sort(),
  }))
}

/** Sorts models and columns, whose order has no meaning. */
function sorted(all: Model[]): Model[] {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)
  return all.map((model) => ({ ...model, columns: model.columns.toSorted(byName) })).sort(byName)
}

describe('the migrations and the Prisma schema', () => {
  test('agree on every table, column, unique index and relation', async () => {
    expect(models.length).toBeGreaterThan(10)
    expect(sorted(await readDatabase())).toEqual(sorted(models))
  })

  test('agree on every enum', async () => {
    const rows = await queryRows<{ name: string; labels: string[] }>(
      `SELECT typname AS name, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
       FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname`,
    )
    expect(new Map(rows.map(({ name, labels }) => [name, labels]))).toEqual(enums)
  })

  test.each(models)('allow the client to read every column of $name', async ({ name, columns }) => {
    expect(await selectColumns(name, columns)).toEqual([])
  })

  test('disagree when a column is renamed', async () => {
    await client.query('BEGIN')
    await client.query('ALTER TABLE "Question" RENAME COLUMN hint TO tip')
    expect(sorted(await readDatabase())).not.toEqual(sorted(models))
    await client.query('COMMIT')
    const question = models.find(({ name }) => name === 'Question')
    await expect(selectColumns('Question', question?.columns ?? [])).rejects.toThrow(/hint/)
    await client.query('ALTER TABLE "Question" RENAME COLUMN tip TO hint')
    expect(sorted(await readDatabase())).toEqual(sorted(models))
  })
})

function selectColumns(model: string, columns: Model['columns']): Promise<unknown> {
  const key = model.charAt(0).toLowerCase() + model.slice(1)
  const reader = (db as unknown as Record<string, { findMany(query: object): Promise<unknown> }>)[key]
  if (!reader) throw new Error(`the client does not know ${model}: run "prisma generate"`)
  return reader.findMany({ select: Object.fromEntries(columns.map(({ name }) => [name, true])) })
}
