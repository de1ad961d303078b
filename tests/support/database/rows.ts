import { Client } from 'pg'
import type { Keys, Rows } from './row-mapping'

/** Runs `work` on a new connection. */
export async function connected<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  // Instants are compared as text, so every connection must write them in the same zone.
  const client = new Client({ connectionString: url, options: '-c TimeZone=UTC' })
  await client.connect()
  return await work(client).finally(() => client.end())
}

/** Runs the statements of an SQL file. */
export const runSql = (url: string, sql: string): Promise<unknown> => connected(url, (client) => client.query(sql))

export async function listTables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

/** Reads every row of every table. Values are as PostgreSQL writes them in JSON: instants are text, JSON columns are parsed. */
export function readRows(url: string): Promise<Rows> {
  return connected(url, async (client) => {
    const all: Rows = {}
    for (const name of await listTables(client)) {
      const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM "${name}" AS t`)
      all[name] = rows.map(({ row }) => row)
    }
    return all
  })
}

/** Reads which columns form the primary key of each table. */
export function readKeys(url: string): Promise<Keys> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ table: string; columns: string[] }>(
      `SELECT relname AS "table", array_agg(attname::text ORDER BY attnum) AS columns
       FROM pg_index JOIN pg_class ON pg_class.oid = indrelid JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
       WHERE indisprimary AND relnamespace = 'public'::regnamespace GROUP BY relname`,
    )
    return Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))
  })
}
