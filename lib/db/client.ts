import { PrismaPg } from '@prisma/adapter-pg'
import { Prisma, PrismaClient } from '@/prisma/generated/client'

export { Prisma, PrismaClient }
/** Inside a transaction: what a command hands to the commands it calls. */
export type Transaction = Prisma.TransactionClient

/** A client on its own pool; `connectionString` is a PostgreSQL URL. Used once per process, and once per test file. */
export function createPrismaClient(connectionString: string): PrismaClient {
  const adapter = new PrismaPg({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    // A server that dies says so on a connection that nobody listens to while the pool hands it out: that must not end us.
    onConnect: (client) => void client.on('error', () => {}),
  })
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 20_000 } })
}

// Next reloads this module while developing and bundles it apart from the worker: one client a process, kept globally.
const globals = globalThis as typeof globalThis & { aanschuifDb?: PrismaClient }

/** The database of this process. The URL is known once `server.ts` (or a test) has set DATABASE_URL. */
export function db(): PrismaClient {
  if (!globals.aanschuifDb) {
    const url = process.env.DATABASE_URL
    if (!url) throw new Error('DATABASE_URL is not set: start the site with `npm start`')
    globals.aanschuifDb = createPrismaClient(url)
  }
  return globals.aanschuifDb
}

/** Whether the database answers within two seconds. */
export async function isDatabaseReachable(): Promise<boolean> {
  const timeout = new Promise<never>((_, reject) => setTimeout(reject, 2_000).unref())
  return Promise.race([db().$queryRaw`SELECT 1`, timeout]).then(
    () => true,
    () => false,
  )
}
