import { Client } from 'pg'
import { errorCode, StartError } from '@/lib/platform/start-error'

// Any number will do, as long as every process of ours takes the same one.
const leaseLockKey = 5_318_008_411

/** The connection by which a process of ours shows that it still needs the server. */
export type ServerLease = {
  /** Calls back once, when the connection is lost without `release`. */
  onLost(lost: () => void): void
  /** Gives up the place; true when nobody else holds one, and from then on nobody can take one on this server. */
  release(): Promise<boolean>
  close(): Promise<void>
}

/** Connects and takes a place. Null when the server is not ready for it, or is being stopped. StartError: it never will. */
export async function acquireServerLease(connectionString: string): Promise<ServerLease | null> {
  const client = new Client({
    connectionString,
    ssl: false,
    connectionTimeoutMillis: 5_000,
    application_name: 'aanschuif presence',
  })
  let onLostCallback = () => {}
  let isClosed = false
  const handleLoss = () => {
    if (!isClosed) onLostCallback()
    isClosed = true
  }
  client.on('error', handleLoss)
  client.on('end', handleLoss)
  try {
    await client.connect()
    // Waits when another process is about to stop the server, and then fails with it.
    await client.query('SELECT pg_advisory_lock_shared($1)', [leaseLockKey])
  } catch (error) {
    await client.end().catch(() => {})
    if (errorCode(error) === '28P01') {
      throw new StartError(
        'Het wachtwoord in de datamap past niet bij de database: zet het bestand aanschuif-password van die database terug.',
      )
    }
    return null
  }
  return {
    onLost(callback) {
      onLostCallback = callback
      if (isClosed) callback()
    },
    async release() {
      if (isClosed) return false
      isClosed = true
      try {
        await client.query('SELECT pg_advisory_unlock_shared($1)', [leaseLockKey])
        const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [
          leaseLockKey,
        ])
        return rows[0]?.last ?? false
      } catch {
        return false
      }
    },
    async close() {
      isClosed = true
      await client.end().catch(() => {})
    },
  }
}
