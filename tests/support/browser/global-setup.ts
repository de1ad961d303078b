import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Cookie, Page } from '@playwright/test'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

/** Who may log in at /beheer of the site that the stories run on: the first story makes the account. */
export const organiser = {
  name: 'Voorbeeld Organisator',
  email: 'organisator@example.nl',
  password: 'vier-stoelen-aan-tafel',
}

/** How long a form must have been open there before it may be sent. */
export const minimumFillSeconds = 1

/** Where that site stands and keeps its data, and what it printed as it started. */
export function siteUnderTest(): { url: string; dataDir: string; printed: string } {
  const { E2E_URL: url, E2E_DATA_DIR: dataDir, E2E_PRINTED: printed = '' } = process.env
  if (!url || !dataDir) throw new Error('no site: run the stories through Playwright')
  return { url, dataDir, printed }
}

/** The cookies of that organiser, kept by the first story: not every other one has to log in by the form. */
export const saveLoginCookies = (cookies: Cookie[]) => writeFile(loginFile(), JSON.stringify(cookies))
export const savedLoginCookies = async (): Promise<Cookie[]> => JSON.parse(await readFile(loginFile(), 'utf8'))
const loginFile = () => path.join(siteUnderTest().dataDir, 'login.json')

/** The database of that site, or of another, for a story that needs something that cannot be made on its screen yet. */
export async function databaseUrl(dataDir = siteUnderTest().dataDir): Promise<string> {
  const folder = path.join(dataDir, 'postgres')
  const password = (await readFile(path.join(folder, 'aanschuif-password'), 'utf8')).trim()
  const [, , , port] = (await readFile(path.join(folder, 'postmaster.pid'), 'utf8')).split('\n')
  return `postgresql://aanschuif:${password}@127.0.0.1:${port}/aanschuif`
}

/** For a story about a setting: a site of its own with that setting and this organiser, for as long as the story goes. */
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
    // What a page still asks for as its site ends would count as trouble.
    await page.goto('about:blank')
    await own.stop()
    await removeSiteData(own)
  }
}

/** One real site for all stories: `npm start`'s own server, with a database of its own and mail as files. */
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
