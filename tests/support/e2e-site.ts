import { mkdir, writeFile } from 'node:fs/promises'
import { removeData, startSite } from './site'

/** Who may log in at /beheer of the site that the stories run on. */
export const organiser = { email: 'organisator@example.nl', password: 'vier-stoelen-aan-tafel' }

/** Where that site stands and keeps its data; known in every worker once the set-up below has run. */
export function site(): { url: string; dataDir: string } {
  const { E2E_URL: url, E2E_DATA_DIR: dataDir } = process.env
  if (!url || !dataDir) throw new Error('no site: run the stories through Playwright')
  return { url, dataDir }
}

/** One real site for all stories: `npm start`'s own server, with a database of its own and mail as files. */
export default async function setup(): Promise<() => Promise<void>> {
  const { email, password } = organiser
  const started = await startSite({
    env: { ORGANISER_EMAIL: email, ORGANISER_PASSWORD: password, SIGNUP_MIN_SECONDS: '1' },
  })
  process.env.E2E_URL = started.url
  process.env.E2E_DATA_DIR = started.dataDir
  return async () => {
    await started.stop()
    await mkdir('test-results', { recursive: true })
    await writeFile('test-results/site.log', started.printed())
    await removeData(started)
  }
}
