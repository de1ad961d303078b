import { connected, listTables } from './rows'

/** Returns every row of every table as text, except of the tables in `except`. */
export const dumpAllRows = (url: string, except: string[] = []): Promise<string> =>
  connected(url, async (client) => {
    const lines: string[] = []
    for (const name of await listTables(client)) {
      if (except.includes(name)) continue
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" AS t ORDER BY 1`,
      )
      lines.push(name, ...rows.map(({ row }) => row))
    }
    return lines.join('\n')
  })
