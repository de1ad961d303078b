import { Client } from 'pg'
import { errorCode, StartError } from '@/lib/platform/start-error'

// An arbitrary number that every process shares.
const leaseLockKey = 5_318_008_411

/** A database connection with a shared lock, which shows that a process still needs the embedded server. */
export type ServerLease = {
  /** Resolves when the database connection of the lease is lost or closed. */
  ended: Promise<void>
  /** Ends the lease. Returns `true` if no other is left: the caller must stop the server, which grants no new lease. */
  release(): Promise<boolean>
  close(): Promise<void>
}

/** Takes a lease on the server. Returns `null` while the server starts or stops. Throws StartError for a wrong password. */
export async function acquireServerLease(connectionString: string): Promise<ServerLease | null> {
  const settings = { ssl: false, connectionTimeoutMillis: 5_000, application_name: 'aanschuif presence' }
  const client = new Client({ connectionString, ...settings })
  const ended = new Promise<void>((resolve) => client.on('error', () => resolve()).on('end', resolve))
  const close = () => client.end().catch(() => {})
  try {
    await client.connect()
    // Waits while another process stops the server, and then fails.
    await client.query('SELECT pg_advisory_lock_shared($1)', [leaseLockKey])
  } catch (error) {
    await close()
    if (errorCode(error) !== '28P01') return null
    const problem = 'Het wachtwoord in de datamap past niet bij de database'
    throw new StartError(`${problem}: zet het bestand aanschuif-password van die database terug.`)
  }
  const release = async () => {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [leaseLockKey])
    const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [leaseLockKey])
    return rows[0]?.last ?? false
  }
  return { ended, release: () => release().catch(() => false), close }
}
