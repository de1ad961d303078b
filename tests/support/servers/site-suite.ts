import { afterAll, beforeAll } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { removeSiteData, type Site, startSite } from './site'

/** Starts a site on a new database before the tests of this file. Stops and removes both afterwards. */
export function siteForSuite(env: Record<string, string> = {}) {
  let database: TestDatabase | undefined
  let site: Site | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    site = await startSite({ env: { DATABASE_URL: database.url, ...env } })
  }, 240_000)
  afterAll(async () => {
    await site?.stop()
    if (site) await removeSiteData(site)
    await database?.drop()
  })
  return {
    get url() {
      return started(site).url
    },
    get dataDir() {
      return started(site).dataDir
    },
    get db() {
      return started(database).db
    },
    get databaseUrl() {
      return started(database).url
    },
    printed: () => started(site).printed(),
    mailsTo: (address: string) => started(site).mailsTo(address),
  }
}

export type SiteSuite = ReturnType<typeof siteForSuite>

/** Makes tokens of the site valid in this process, and the other way around. */
export const sharedSecret = { APP_SECRET: process.env.APP_SECRET ?? '' }

function started<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the site is not running outside a test')
  return value
}
