import { Client } from 'pg'
import { inject } from 'vitest'

/** Closes the database for all connections, or opens it again. */
export async function setConnectionsAllowed(url: string, allowed: boolean): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS ${allowed}`)
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  await client.end()
}
