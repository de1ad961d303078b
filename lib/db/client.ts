import { setTimeout as sleep } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import type { ClientBase } from 'pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'
import { prepareConnection, schemaOf } from './connection'

export { Prisma, PrismaClient }
export type Transaction = Prisma.TransactionClient

/** Creates a database client with its own connection pool. */
export function createPrismaClient(connectionString: string): PrismaClient {
  const pool = {
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    onConnect: (client: ClientBase) => prepareConnection(client, connectionString),
  }
  const adapter = new PrismaPg(pool, { schema: schemaOf(connectionString) })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } })
}

// Next bundles this module apart from server.ts and reloads it in development, so the client is kept globally.
const globals = globalThis as typeof globalThis & { aanschuifDb?: PrismaClient }

/** Returns the one database client of this process. Throws before `server.ts` or a test has set DATABASE_URL. */
export function db(): PrismaClient {
  if (!globals.aanschuifDb) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start the site with `npm start`')
    globals.aanschuifDb = createPrismaClient(url)
  }
  return globals.aanschuifDb
}

/** Returns whether the database answers within two seconds. */
export async function isDatabaseReachable(): Promise<boolean> {
  const answered = db().$queryRaw`SELECT 1`.then(() => true)
  return Promise.race([answered, sleep(2_000, false, { ref: false })]).catch(() => false)
}
