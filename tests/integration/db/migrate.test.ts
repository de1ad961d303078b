import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createPrismaClient } from '@/lib/db/client'
import { UnreachableError } from '@/lib/db/connection-error'
import { applyMigrations, areMigrationsApplied, assertSupportedServerVersion, migrate } from '@/lib/db/migrate'
import { StartError } from '@/lib/platform/start-error'
import { queryValues } from '@/tests/support/database/embedded-cluster'
import { createEmptyDatabase } from '@/tests/support/database/test-database'

const now = new Date('2022-10-04T12:00:00.000Z')
const productDir = 'prisma/migrations'
const tenTimes = <Value>(make: () => Value) => Array.from({ length: 10 }, make)

async function createDatabase(): Promise<string> {
  const { url, drop } = await createEmptyDatabase()
  onTestFinished(drop)
  return url
}

/** A folder of migrations with these names and statements. */
async function createMigrations(all: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'aanschuif-migrations-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  for (const [name, sql] of Object.entries(all)) {
    await mkdir(path.join(dir, name))
    await writeFile(path.join(dir, name, 'migration.sql'), sql)
  }
  return dir
}

const appliedMigrations = (url: string) =>
  queryValues(url, 'SELECT migration_name FROM _prisma_migrations ORDER BY started_at, migration_name')

describe('ten processes at once on an empty database', () => {
  test('one applies everything, the others find it done, none fails', async () => {
    const url = await createDatabase()
    const results = await Promise.all(tenTimes(() => migrate(url, { now })))
    expect(results.filter((names) => names.length > 0)).toHaveLength(1)
    expect(await appliedMigrations(url)).toEqual(results.flat())
  })

  test('without the lock they get in each other’s way', async () => {
    const url = await createDatabase()
    const clients = await Promise.all(
      tenTimes(async () => {
        const client = new Client({ connectionString: url })
        await client.connect()
        return client
      }),
    )
    const results = await Promise.allSettled(clients.map((client) => applyMigrations(client, { dir: productDir, now })))
    await Promise.all(clients.map((client) => client.end()))
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0)
  })
})

describe('what is recorded', () => {
  test('is what Prisma records, with the sha256 of the file as checksum', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({ '20220101000000_first': 'CREATE TABLE first ();\n' })
    await migrate(url, { dir, now })
    const [expected] = execFileSync('openssl', ['dgst', '-sha256', '-r', `${dir}/20220101000000_first/migration.sql`], {
      encoding: 'utf8',
    }).split(' ')
    expect(
      await queryValues(
        url,
        'SELECT checksum, migration_name, logs, rolled_back_at, started_at, finished_at, applied_steps_count FROM _prisma_migrations',
      ),
    ).toEqual([expected, '20220101000000_first', null, null, now, now, 1])
    expect(
      await queryValues(
        url,
        `SELECT column_name || ' ' || udt_name || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable
        FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position`,
      ),
    ).toEqual([
      'id varchar(36) NO',
      'checksum varchar(64) NO',
      'finished_at timestamptz YES',
      'migration_name varchar(255) NO',
      'logs text YES',
      'rolled_back_at timestamptz YES',
      'started_at timestamptz NO',
      'applied_steps_count int4 NO',
    ])
  })

  test('is applied in order and only once; what Prisma rolled back is applied again', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({
      '2_second': 'ALTER TABLE first ADD extra text;',
      '1_first': 'CREATE TABLE first ();',
    })
    expect(await migrate(url, { dir, now })).toEqual(['1_first', '2_second'])
    expect(await migrate(url, { dir, now })).toEqual([])

    await queryValues(url, 'ALTER TABLE first DROP extra')
    await queryValues(
      url,
      `UPDATE _prisma_migrations SET finished_at = NULL, rolled_back_at = now() WHERE migration_name = '2_second'`,
    )
    expect(await migrate(url, { dir, now })).toEqual(['2_second'])
  })
})

describe('a migration that fails halfway', () => {
  test('leaves nothing behind, keeps the ones before it, and can be mended', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({
      '1_good': 'CREATE TABLE good ();',
      '2_bad': 'CREATE TABLE half ();\nSELECT 1 / 0;',
    })
    await expect(migrate(url, { dir, now })).rejects.toThrow(/Migratie 2_bad is mislukt \(division by zero\)/)
    expect(await queryValues(url, `SELECT to_regclass('half'), to_regclass('good')`)).toEqual([null, 'good'])
    expect(await appliedMigrations(url)).toEqual(['1_good'])

    await writeFile(path.join(dir, '2_bad/migration.sql'), 'CREATE TABLE half ();')
    expect(await migrate(url, { dir, now })).toEqual(['2_bad'])
  })

  test('because its process was killed leaves nothing behind either, and does not keep the lock', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({ '1_slow': 'CREATE TABLE half ();\nSELECT pg_sleep(60);' })
    const killed = expect(migrate(url, { dir, now })).rejects.toThrow()
    await vi.waitFor(
      async () =>
        expect(
          await queryValues(
            url,
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60);' AND pid <> pg_backend_pid()
            AND datname = current_database() AND wait_event = 'PgSleep'`,
          ),
        ).toEqual([true]),
      { timeout: 10_000 },
    )
    await killed
    await writeFile(path.join(dir, '1_slow/migration.sql'), 'CREATE TABLE half ();')
    expect(await migrate(url, { dir, now })).toEqual(['1_slow'])
  })
})

describe('a database that does not fit the code', () => {
  test('because an applied migration was changed', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();', '2_second': 'CREATE TABLE second ();' })
    await rm(path.join(dir, '2_second'), { recursive: true })
    await migrate(url, { dir, now })
    await writeFile(path.join(dir, '1_first/migration.sql'), 'CREATE TABLE first (); ')
    await cp(path.join(dir, '1_first'), path.join(dir, '2_second'), { recursive: true })
    await expect(migrate(url, { dir, now })).rejects.toThrow(/1_first is veranderd nadat ze is toegepast/)
    expect(await appliedMigrations(url)).toEqual(['1_first'])
  })

  test('because it is newer', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();', '2_second': 'CREATE TABLE second ();' })
    await migrate(url, { dir, now })
    await rm(path.join(dir, '2_second'), { recursive: true })
    await expect(migrate(url, { dir, now })).rejects.toThrow(/nieuwer dan deze Aanschuif \(migratie 2_second/)
  })

  test('because Prisma got stuck halfway', async () => {
    const url = await createDatabase()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();' })
    await migrate(url, { dir, now })
    await queryValues(url, 'UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url, { dir, now })).rejects.toThrow(/half blijven steken/)
  })

  test('because PostgreSQL is older than 15', () => {
    expect(() => assertSupportedServerVersion(140_013)).toThrow(/PostgreSQL 14: neem versie 15 of nieuwer/)
    expect(() => assertSupportedServerVersion(150_000)).not.toThrow()
  })

  test('because it is not there: the address is named, the password is not', async () => {
    const away = migrate('postgresql://someone:very-secret@127.0.0.1:1/aanschuif', { now })
    await expect(away).rejects.toThrow(UnreachableError)
    await expect(away).rejects.toThrow(/^De database op 127\.0\.0\.1:1\/aanschuif is niet te bereiken \(ECONNREFUSED\)/)
    await expect(away).rejects.not.toThrow(/very-secret/)
  })

  test('because it does not let us in, which waiting does not mend', async () => {
    const url = new URL(await createDatabase())
    url.pathname = '/not-there'
    const refused = await migrate(url.href, { now }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartError)
    expect(refused).not.toBeInstanceOf(UnreachableError)
    expect(String(refused)).toMatch(/not-there laat de site niet toe \(3D000\)/)
  })
})

test('whether the migrations are done is false before, halfway and true after', async () => {
  const url = await createDatabase()
  const db = createPrismaClient(url)
  onTestFinished(() => db.$disconnect())
  const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();' })
  expect(await areMigrationsApplied(db, dir)).toBe(false)
  await migrate(url, { dir, now })
  expect(await areMigrationsApplied(db, dir)).toBe(true)
  await mkdir(path.join(dir, '2_second'))
  expect(await areMigrationsApplied(db, dir)).toBe(false)
})
