import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Client, escapeIdentifier } from 'pg'
import { errorCode, StartError } from '@/lib/platform/start-error'
import type { PrismaClient } from './client'
import { prepareConnection, schemaOf } from './connection'
import { toConnectionError } from './connection-error'

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
 * Creates the schema that the URL names. Throws UnreachableError if the database server does not answer. Throws StartError
 * when the server refuses the connection or is too old, when the role may not create tables, when a migration fails (and is
 * rolled back), or when the applied migrations do not match `dir`.
 */
export async function migrate(url: string, { dir = defaultDir, now }: { dir?: string; now: Date }): Promise<string[]> {
  const client = await connect(url)
  try {
    const versionSql = `SELECT current_setting('server_version_num')::int AS version`
    const { rows } = await client.query<{ version: number }>(versionSql)
    assertSupportedServerVersion(rows[0]?.version ?? 0)
    // The connection owns the lock, so the lock ends with this process.
    await client.query('SELECT pg_advisory_lock($1)', [migrationLockKey])
    await createSchema(client, schemaOf(url))
    return await applyMigrations(client, { dir, now })
  } catch (error) {
    throw error instanceof StartError ? error : toConnectionError(error, url)
  } finally {
    await client.end().catch(() => {})
  }
}

async function connect(url: string): Promise<Client> {
  try {
    // Also reads the certificate that the URL names.
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'aanschuif' })
    // A lost connection makes the query fail. Unhandled, the event would end the process.
    client.on('error', () => {})
    await client.connect()
    await prepareConnection(client, url)
    return client
  } catch (error) {
    throw toConnectionError(error, url)
  }
}

/** Creates the schema of the database URL, if it names one that is missing. */
async function createSchema(client: Client, schema: string | undefined): Promise<void> {
  if (!schema) return
  const { rows } = await client.query('SELECT to_regnamespace($1) IS NULL AS missing', [escapeIdentifier(schema)])
  if (rows[0]?.missing) await client.query(`CREATE SCHEMA ${escapeIdentifier(schema)}`)
}

/** Applies the pending migrations without the lock of `migrate` and returns their names. Exported to test that lock. */
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
    if (alreadyExistsCodes.includes(errorCode(error) ?? '')) throw foreignDatabaseError()
    const reason = error instanceof Error ? error.message : String(error)
    const problem = `Migratie ${name} is mislukt (${reason})`
    throw new StartError(`${problem}: er is niets van bewaard, herstel haar en start opnieuw.`, { cause: error })
  }
}

// A table, type or function of the same name exists.
const alreadyExistsCodes = ['42P07', '42710', '42723']

const foreignDatabaseError = () =>
  new StartError(
    'In de database van DATABASE_URL staan tabellen van een ander programma. Er is niets veranderd: geef de site een eigen database, of een eigen schema met ?schema=aanschuif achter DATABASE_URL.',
  )

function assertMatchingHistory(migrations: Migration[], rows: MigrationRow[]): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]))
  if (rows.length > 0 && !rows.some((row) => known.has(row.migration_name))) throw foreignDatabaseError()
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
