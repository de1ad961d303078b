import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { PrismaClient } from './client'

// The advisory lock of `prisma migrate deploy`, which therefore never runs at the same time.
const migrationLockKey = 72_707_369

const defaultDir = path.join(process.cwd(), 'prisma/migrations')

// The definition that Prisma itself uses: https://github.com/prisma/prisma-engines, sql-schema-connector, flavour/postgres.
const createMigrationsTableSql = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

type Migration = { name: string; sql: string; checksum: string }
type MigrationRow = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Applies the pending migrations in `dir` and returns their names. Concurrent processes wait for the one that applies them.
 * Throws UnreachableError when the database server does not answer. Throws StartError when the server refuses the connection
 * or is too old, when a migration fails (and is rolled back), or when the applied migrations do not match `dir`.
 */
export async function migrate(url: string, { dir = defaultDir, now }: { dir?: string; now: Date }): Promise<string[]> {
  const settings = { connectionTimeoutMillis: 10_000, application_name: 'aanschuif migrate' }
  const client = new Client({ connectionString: url, ...settings })
  client.on('error', () => {})
  await client.connect().catch((error) => {
    throw toConnectionError(error, url)
  })
  try {
    const versionSql = `SELECT current_setting('server_version_num')::int AS version`
    const { rows } = await client.query<{ version: number }>(versionSql)
    assertSupportedServerVersion(rows[0]?.version ?? 0)
    // The connection owns the lock, so the lock ends with this process.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLockKey])
    return await applyMigrations(client, { dir, now })
  } finally {
    await client.end().catch(() => {})
  }
}

/** Reports that the database server does not answer, because it is down for a while or its address is wrong. */
export class UnreachableError extends StartError {
  override name = 'UnreachableError'
}

const networkFailure = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/
// Shutting down, starting up, too many connections. https://www.postgresql.org/docs/current/errcodes-appendix.html
const unavailableServerCodes = ['57P01', '57P02', '57P03', '53300']

/** Returns an UnreachableError when a later connection to this URL may succeed, or else a StartError with the reason. */
function toConnectionError(cause: unknown, url: string): StartError {
  const { hostname, port, pathname } = new URL(url)
  const database = `De database op ${hostname}:${port || 5432}${pathname}`
  const code = errorCode(cause)
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause))
  // pg gives no code when the connection is cut or times out before an answer.
  const isUnreachable = code
    ? networkFailure.test(code) || unavailableServerCodes.includes(code)
    : /terminated|timeout/.test(reason)
  const advice = isUnreachable ? 'klopt DATABASE_URL en draait de server?' : 'kijk DATABASE_URL na.'
  return isUnreachable
    ? new UnreachableError(`${database} is niet te bereiken (${reason}): ${advice}`, { cause })
    : new StartError(`${database} laat de site niet toe (${reason}): ${advice}`, { cause })
}

/** Applies the pending migrations without the lock of `migrate` and returns their names. Exported for a test of that lock. */
export async function applyMigrations(client: Client, { dir, now }: { dir: string; now: Date }): Promise<string[]> {
  await client.query(createMigrationsTableSql)
  const { rows } = await client.query<MigrationRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  const migrations = await Promise.all((await migrationNames(dir)).map((name) => readMigration(dir, name)))
  assertMatchingHistory(migrations, rows)
  const applied = new Set(rows.map((row) => row.migration_name))
  const pending = migrations.filter(({ name }) => !applied.has(name))
  for (const migration of pending) await applyMigration(client, migration, now)
  return pending.map(({ name }) => name)
}

/** Returns whether every migration in `dir` was applied to the database. Throws when the database does not answer. */
export async function areMigrationsApplied(db: PrismaClient, dir = defaultDir): Promise<boolean> {
  const tables = await db.$queryRaw<object[]>`SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL`
  if (tables.length === 0) return false
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`
  const applied = new Set(rows.map(({ name }) => name))
  return (await migrationNames(dir)).every((name) => applied.has(name))
}

/** Throws StartError for PostgreSQL older than 15. `version` is the setting server_version_num, such as 150004. */
export function assertSupportedServerVersion(version: number): void {
  if (version >= 150_000) return
  const major = Math.floor(version / 10_000)
  throw new StartError(`DATABASE_URL wijst naar PostgreSQL ${major}: neem versie 15 of nieuwer.`)
}

async function applyMigration(client: Client, { name, sql, checksum }: Migration, now: Date): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, $4, 1)`,
      [randomUUID(), checksum, name, now],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    const reason = error instanceof Error ? error.message : String(error)
    const problem = `Migratie ${name} is mislukt (${reason})`
    throw new StartError(`${problem}: er is niets van bewaard, herstel haar en start opnieuw.`, { cause: error })
  }
}

function assertMatchingHistory(migrations: Migration[], rows: MigrationRow[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  for (const { migration_name: name, checksum, finished_at: finishedAt } of rows) {
    let conflict: string | undefined
    if (!known.has(name))
      conflict = `De database is nieuwer dan deze Aanschuif (migratie ${name} is hier onbekend): start de nieuwere versie.`
    else if (!finishedAt)
      conflict = `Migratie ${name} is elders half blijven steken: herstel de database en meld het met "prisma migrate resolve".`
    else if (known.get(name) !== checksum)
      conflict = `Migratie ${name} is veranderd nadat ze is toegepast: zet migration.sql terug en maak een nieuwe migratie.`
    if (conflict) throw new StartError(conflict)
  }
}

async function migrationNames(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort()
}

async function readMigration(dir: string, name: string): Promise<Migration> {
  const sql = await readFile(path.join(dir, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}
