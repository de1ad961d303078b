import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

let database: Awaited<ReturnType<typeof createTestDatabase>>
const sites: Site[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  for (const site of sites) {
    await site.stop()
    await removeSiteData(site)
  }
  await database.drop()
})

async function startSiteWith(env: Record<string, string>) {
  const site = await startSite({ env: { DATABASE_URL: database.url, ...env } })
  sites.push(site)
  return (path: string) => fetch(`${site.url}${path}`)
}

it('whom to tell of a leak, and of what does not work, is what the settings say', async () => {
  const get = await startSiteWith({ SECURITY_CONTACT: 'veiligheid@example.nl', CONTACT_EMAIL: 'contact@example.nl' })
  const answer = await get(routes.securityTxt())
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('Contact: mailto:veiligheid@example.nl\n')
  const [, expires = ''] = text.match(/^Expires: (.+)$/m) ?? []
  expect(new Date(expires).getTime()).toBeGreaterThan(Date.now())
  expect(await (await get(routes.accessibility())).text()).toContain('href="mailto:contact@example.nl"')
}, 120_000)

it('without those settings there is no security.txt, and the contacts of the kennissessies are named', async () => {
  const get = await startSiteWith({})
  expect((await get(routes.securityTxt())).status).toBe(404)
  const page = await (await get(routes.accessibility())).text()
  expect(page).not.toContain('mailto:')
  expect(page).toContain('Mail dan het contact van de kennissessie')
}, 120_000)
