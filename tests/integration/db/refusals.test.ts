import { cp, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { toConnectionError, UnreachableError } from '@/lib/db/connection-error'
import { assertSupportedServerVersion, migrate } from '@/lib/db/migrate'
import { StartError } from '@/lib/platform/start-error'
import { queryValues } from '@/tests/support/database/embedded-cluster'
import { appliedMigrations, createEmptyDatabaseForTest, createMigrations } from '@/tests/support/database/migrations'

const now = new Date('2022-10-04T12:00:00.000Z')

describe('migrate refuses', () => {
  test.each([
    ['has its own history in Prisma', '_prisma_migrations', '20200101000000_of_another_program'],
    ['has a table of the same name', '"Session"', null],
  ])('a database of another program that %s, and changes nothing', async (_, table, migrationName) => {
    const url = await createEmptyDatabaseForTest()
    if (migrationName) {
      const dir = await createMigrations({ [migrationName]: 'CREATE TABLE other ();' })
      await migrate(url, { dir, now })
    } else await queryValues(url, `CREATE TABLE ${table} ()`)
    const tables = `SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'public'
      AND tablename <> '_prisma_migrations'`
    const before = await queryValues(url, tables)
    await expect(migrate(url, { now })).rejects.toThrow(/tabellen van een ander programma.*\?schema=aanschuif/)
    expect(await queryValues(url, tables)).toEqual(before)
    expect(await migrate(`${url}?schema=aanschuif`, { now })).not.toEqual([])
  })

  test('a role that may not create tables, and names the statement that allows it', async () => {
    const url = await createEmptyDatabaseForTest()
    // The owner of the database owns schema public through pg_database_owner, and can withdraw its own privilege.
    await queryValues(url, 'REVOKE ALL ON SCHEMA public FROM PUBLIC, pg_database_owner')
    const refused = migrate(url, { now })
    await expect(refused).rejects.toThrow(StartError)
    await expect(refused).rejects.toThrow(/mag er geen tabellen maken.*GRANT CREATE, USAGE ON SCHEMA public/)
  })

  test('a missing certificate file, and a server without TLS', async () => {
    const url = await createEmptyDatabaseForTest()
    const missing = migrate(`${url}?sslmode=verify-full&sslrootcert=/niet/hier.pem`, { now })
    await expect(missing).rejects.toThrow(/het bestand \/niet\/hier\.pem is niet te lezen: ENOENT/)
    await expect(migrate(`${url}?sslmode=verify-full`, { now })).rejects.toThrow(/de server heeft geen TLS/)
  })

  test.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'])(
    'a server with an untrusted certificate (%s), and says how to trust it',
    (code) => {
      const cause = Object.assign(new Error('self-signed certificate'), { code })
      const { message } = toConnectionError(cause, 'postgresql://someone:very-secret@db.example.nl/aanschuif')
      expect(message).toMatch(/niet van een bekende uitgever.*sslrootcert=/)
      expect(message).not.toContain('very-secret')
    },
  )

  test('a database whose applied migration was changed', async () => {
    const url = await createEmptyDatabaseForTest()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();', '2_second': 'CREATE TABLE second ();' })
    await rm(path.join(dir, '2_second'), { recursive: true })
    await migrate(url, { dir, now })
    await writeFile(path.join(dir, '1_first/migration.sql'), 'CREATE TABLE first (); ')
    await cp(path.join(dir, '1_first'), path.join(dir, '2_second'), { recursive: true })
    await expect(migrate(url, { dir, now })).rejects.toThrow(/1_first is veranderd nadat ze is toegepast/)
    expect(await appliedMigrations(url)).toEqual(['1_first'])
  })

  test('a database that is newer than the code', async () => {
    const url = await createEmptyDatabaseForTest()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();', '2_second': 'CREATE TABLE second ();' })
    await migrate(url, { dir, now })
    await rm(path.join(dir, '2_second'), { recursive: true })
    await expect(migrate(url, { dir, now })).rejects.toThrow(/nieuwer dan deze Aanschuif \(migratie 2_second/)
  })

  test('a database with a migration that Prisma left unfinished', async () => {
    const url = await createEmptyDatabaseForTest()
    const dir = await createMigrations({ '1_first': 'CREATE TABLE first ();' })
    await migrate(url, { dir, now })
    await queryValues(url, 'UPDATE _prisma_migrations SET finished_at = NULL')
    await expect(migrate(url, { dir, now })).rejects.toThrow(/half blijven steken/)
  })

  test('a PostgreSQL older than 15', () => {
    expect(() => assertSupportedServerVersion(140_013)).toThrow(/PostgreSQL 14: neem versie 15 of nieuwer/)
    expect(() => assertSupportedServerVersion(150_000)).not.toThrow()
  })

  test('an unreachable server, and names its address but not the password', async () => {
    const unreachable = migrate('postgresql://someone:very-secret@127.0.0.1:1/aanschuif', { now })
    await expect(unreachable).rejects.toThrow(UnreachableError)
    await expect(unreachable).rejects.toThrow(
      /^De database op 127\.0\.0\.1:1\/aanschuif is niet te bereiken \(ECONNREFUSED\)/,
    )
    await expect(unreachable).rejects.not.toThrow(/very-secret/)
  })

  test('a server that rejects the connection, without an UnreachableError', async () => {
    const url = new URL(await createEmptyDatabaseForTest())
    url.pathname = '/not-there'
    const refused = await migrate(url.href, { now }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(StartError)
    expect(refused).not.toBeInstanceOf(UnreachableError)
    expect(String(refused)).toMatch(/not-there laat de site niet toe \(de database bestaat niet\)/)
  })
})
