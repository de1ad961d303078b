import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Cookie, Page } from '@playwright/test'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

/** The organiser of the site under test. The first test creates the account. */
export const organiser = {
  name: 'Voorbeeld Organisator',
  email: 'organisator@example.nl',
  password: 'vier-stoelen-aan-tafel',
}

/** SIGNUP_MIN_SECONDS of the site under test. */
export const minimumFillSeconds = 1

/** URL, data directory and start-up output of the site under test. */
export function siteUnderTest(): { url: string; dataDir: string; printed: string } {
  const { E2E_URL: url, E2E_DATA_DIR: dataDir, E2E_PRINTED: printed = '' } = process.env
  if (!url || !dataDir) throw new Error('no site: run the stories through Playwright')
  return { url, dataDir, printed }
}

/** Login cookies of the organiser. The first test stores them, so that others need not log in. */
export const saveLoginCookies = (cookies: Cookie[]) => writeFile(loginFile(), JSON.stringify(cookies))
export const savedLoginCookies = async (): Promise<Cookie[]> => JSON.parse(await readFile(loginFile(), 'utf8'))
const loginFile = () => path.join(siteUnderTest().dataDir, 'login.json')

/** URL of the database of a site; by default the site under test. */
export async function databaseUrl(dataDir = siteUnderTest().dataDir): Promise<string> {
  const folder = path.join(dataDir, 'postgres')
  const password = (await readFile(path.join(folder, 'aanschuif-password'), 'utf8')).trim()
  const [, , , port] = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  return `postgresql://aanschuif:${password}@127.0.0.1:${port}/aanschuif`
}

/** Runs a test against a site of its own with these settings and the same organiser. */
export async function withOwnSite(
  page: Page,
  env: Record<string, string>,
  story: (own: Site) => Promise<void>,
): Promise<void> {
  const { email: ORGANISER_EMAIL, password: ORGANISER_PASSWORD } = organiser
  const own = await startSite({ env: { ORGANISER_EMAIL, ORGANISER_PASSWORD, ...env } })
  try {
    await story(own)
  } finally {
    // Requests during the shutdown would count as browser errors.
    await page.goto('about:blank')
    await own.stop()
    await removeSiteData(own)
  }
}

/** Starts one site for all tests: the production server, an own database, and mail as files. */
export default async function startSiteForRun(): Promise<() => Promise<void>> {
  const started = await startSite({ env: { SIGNUP_MIN_SECONDS: String(minimumFillSeconds) } })
  process.env.E2E_URL = started.url
  process.env.E2E_DATA_DIR = started.dataDir
  process.env.E2E_PRINTED = started.printed()
  return async () => {
    await started.stop()
    await mkdir('test-results', { recursive: true })
    await writeFile('test-results/site.log', started.printed())
    await removeSiteData(started)
  }
}
