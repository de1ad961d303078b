import { afterAll } from 'vitest'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { removeSiteData, startSite } from './site'

/** Starts a site on a new database for this test file. Stops and removes both after the last test. */
export async function startSiteForFile(env: Record<string, string> = {}) {
  const { url: databaseUrl, db } = await createTestDatabase()
  const site = await startSite({ env: { DATABASE_URL: databaseUrl, ...env } })
  afterAll(async () => {
    await site.stop()
    await removeSiteData(site)
  })
  return { ...site, db, databaseUrl }
}

/** Makes tokens of the site valid in this process, and the other way around. */
export const sharedSecret = { APP_SECRET: process.env.APP_SECRET ?? '' }
