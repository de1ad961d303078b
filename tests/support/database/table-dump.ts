import { Client } from 'pg'

/** Every row of every table, as text, each table under its name; those of `except` are left out. */
export async function dumpAllRows(url: string, except: string[] = []): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  )
  const all: string[] = []
  for (const { name } of tables) {
    if (except.includes(name)) continue
    const { rows } = await client.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM "${name}" AS t ORDER BY 1`,
    )
    all.push(name, ...rows.map(({ row }) => row))
  }
  await client.end()
  return all.join('\n')
}
