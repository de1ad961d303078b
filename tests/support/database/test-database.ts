import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, inject } from 'vitest'
import { createPrismaClient, type PrismaClient } from '@/lib/db/client'

export type TestDatabase = { url: string; db: PrismaClient; drop(): Promise<void> }

/** Creates a migrated, empty database for this test file and makes `db()` its client. Drops it after the last test. */
export async function createTestDatabase(): Promise<Omit<TestDatabase, 'drop'>> {
  const { drop, ...database } = adoptDatabase(await createMigratedDatabase())
  afterAll(drop)
  return database
}

/** Makes `db()` the client of this database until `drop`, which also drops the database. */
export function adoptDatabase({ url, drop }: { url: string; drop(): Promise<void> }): TestDatabase {
  const db = createPrismaClient(url)
  const globals = globalThis as typeof globalThis & { aanschuifDb?: PrismaClient }
  process.env.DATABASE_URL = url
  globals.aanschuifDb = db
  return {
    url,
    db,
    async drop() {
      await db.$disconnect()
      if (globals.aanschuifDb === db) globals.aanschuifDb = undefined
      await drop()
    },
  }
}

/** Creates a database with the tables of the last migration. The caller drops it. */
export const createMigratedDatabase = () => createDatabase('migrated')

/** Creates a database without tables, as before the first migration. The caller drops it. */
export const createEmptyDatabase = () => createDatabase('template1')

async function createDatabase(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`
  await runOnServer(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  const url = new URL(inject('serverUrl'))
  url.pathname = name
  return { url: url.href, drop: () => runOnServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function runOnServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('serverUrl') })
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
