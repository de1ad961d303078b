import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { createPrismaClient } from '@/lib/db/client'
import { applyMigrations, areMigrationsApplied, migrate } from '@/lib/db/migrate'
import { queryValues } from '@/tests/support/database/embedded-cluster'
import { appliedMigrations, createEmptyDatabaseForTest, createMigrations } from '@/tests/support/database/migrations'

const now = new Date('2022-10-04T12:00:00.000Z')
const productDir = 'prisma/migrations'
const tenTimes = <Value>(create: () => Value) => Array.from({ length: 10 }, create)

describe('ten concurrent processes on an empty database', () => {
  test('apply every migration once and without a failure', async () => {
    const url = await createEmptyDatabaseForTest()
    const results = await Promise.all(tenTimes(() => migrate(url, { now })))
    expect(results.filter((names) => names.length > 0)).toHaveLength(1)
    expect(await appliedMigrations(url)).toEqual(results.flat())
  })

  test('fail without the lock', async () => {
    const url = await createEmptyDatabaseForTest()
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

describe('the history of migrations', () => {
  test('has the rows and columns of Prisma, with the SHA-256 of the file as checksum', async () => {
    const url = await createEmptyDatabaseForTest()
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

  test('makes each migration run in order and once, and again after a rollback by Prisma', async () => {
    const url = await createEmptyDatabaseForTest()
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
  test('is rolled back, keeps the earlier migrations, and can be corrected', async () => {
    const url = await createEmptyDatabaseForTest()
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

  test('because its connection is killed is rolled back and releases the lock', async () => {
    const url = await createEmptyDatabaseForTest()
    const dir = await createMigrations({ '1_slow': 'CREATE TABLE half ();\nSELECT pg_sleep(60);' })
    const rejected = expect(migrate(url, { dir, now })).rejects.toThrow()
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
    await rejected
    await writeFile(path.join(dir, '1_slow/migration.sql'), 'CREATE TABLE half ();')
    expect(await migrate(url, { dir, now })).toEqual(['1_slow'])
  })
})

describe('a URL with ?schema=', () => {
  test('keeps all tables in that schema, also those that Prisma and raw SQL read', async () => {
    const url = `${await createEmptyDatabaseForTest()}?schema=aan-schuif`
    await migrate(url, { now })
    expect(await migrate(url, { now })).toEqual([])
    const schemas = `SELECT DISTINCT schemaname FROM pg_tables WHERE tablename IN ('Session', '_prisma_migrations')`
    expect(await queryValues(url, schemas)).toEqual(['aan-schuif'])

    const db = createPrismaClient(url)
    onTestFinished(() => db.$disconnect())
    expect(await db.session.count()).toBe(0)
    expect(await db.$queryRaw`SELECT count(*)::int AS count FROM "Session"`).toEqual([{ count: 0 }])
    expect(await areMigrationsApplied(db)).toBe(true)
  })
})

test('areMigrationsApplied is false before and halfway, and true after migrating', async () => {
  const url = await createEmptyDatabaseForTest()
  const db = createPrismaClient(url)
  onTestFinished(() => db.$disconnect())
  const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();' })
  expect(await areMigrationsApplied(db, dir)).toBe(false)
  await migrate(url, { dir, now })
  expect(await areMigrationsApplied(db, dir)).toBe(true)
  await mkdir(path.join(dir, '2_second'))
  expect(await areMigrationsApplied(db, dir)).toBe(false)
})
