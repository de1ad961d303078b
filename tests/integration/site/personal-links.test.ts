import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createAdmin } from '@/tests/integration/organisers/organiser-fixtures'
import { chromiumArgs, ensureChromium } from '@/tests/support/browser/chromium'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { validValue } from '@/tests/support/hostile-input/payloads'
import { createTarget, type Target } from '@/tests/support/hostile-input/target'
import { listPages, urlPathOf } from '@/tests/support/http/entry-points'
import { type FormControl, parseForms } from '@/tests/support/http/html-forms'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

let database: TestDatabase
let site: Site
let browser: Browser
/** Somebody else's site, and all that it was told of who came. */
let externalSite: Server
const externalRequests: string[] = []
let links: Link[]
let organiserId: string
let valuesFor: Target['valuesFor']

type Link = { file: string; path: string; token: string }

beforeAll(async () => {
  database = await createTestDatabase()
  const env = {
    DATABASE_URL: database.url,
    APP_SECRET: process.env.APP_SECRET ?? '',
    LOG_LEVEL: 'debug',
    SIGNUP_MIN_SECONDS: '0',
  }
  site = await startSite({ env })
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  externalSite = createServer((request, response) => {
    externalRequests.push(JSON.stringify([request.url, request.rawHeaders]))
    response.setHeader('content-type', 'text/html')
    response.end('<title>Elders</title>')
  })
  await new Promise<void>((resolve) => externalSite.listen(0, '127.0.0.1', resolve))
  organiserId = await createAdmin()
  const target = await createTarget(database.db, 'coming', organiserId)
  valuesFor = target.valuesFor
  links = listPages().flatMap(({ file }) => (file.includes('[token]') ? [linkTo(file, target)] : []))
}, 120_000)
afterAll(async () => {
  await browser.close()
  externalSite.close()
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

function linkTo(file: string, target: Target): Link {
  const values = target.valuesFor(file)
  return { file, path: urlPathOf(file, values), token: values.token ?? '' }
}

const externalUrl = () => `http://127.0.0.1:${(externalSite.address() as AddressInfo).port}/`
/** A token as it stands, and as each half of it alone. */
const tokenParts = ({ token }: { token: string }) => [token, ...token.split('.')]

it('no search engine keeps such a page, nor what comes after it', async () => {
  const isAfter = /aanmelding\/(gewist|doorgegeven)\/|\/aangemeld\//
  const after = listPages().flatMap(({ file }) =>
    isAfter.test(file) ? [{ path: urlPathOf(file, valuesFor(file)) }] : [],
  )
  expect(after).toHaveLength(3)
  for (const { path } of [...links, ...after])
    expect(await fetchPage(path), path).toMatch(/<meta name="robots" content="noindex/)
  const own = links.find(({ file }) => file.endsWith('/gegevens/page.tsx'))
  const file = await fetch(`${site.url}${own?.path}/bestand`)
  expect(file.headers.get('x-robots-tag')).toBe('noindex')
  expect(await file.text()).toContain('Wat is ingevuld')
  expect(await fetchPage(routes.home())).not.toContain('noindex')
})

it('of every page that is somebody’s own there is a link here that works', async () => {
  expect(links.length).toBeGreaterThan(6)
  for (const { path, token } of links) {
    expect(token, path).not.toBe('')
    const page = await (await fetch(`${site.url}${path}`)).text()
    expect(page, path).not.toMatch(/Deze link werkt niet/)
  }
})

it.each([true, false])(
  'who leaves such a page, with scripts or without (%s), tells nobody its address',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const referers: string[] = []
    context.on('request', async (request) => referers.push((await request.allHeaders()).referer ?? ''))
    for (const { path } of links) {
      const page = await context.newPage()
      await page.goto(`${site.url}${path}`)
      // As a link in a text of an organiser would stand there.
      await page.evaluate((to) => {
        const link = Object.assign(document.createElement('a'), { href: to, textContent: 'Elders' })
        document.body.prepend(link)
      }, externalUrl())
      await page.getByText('Elders', { exact: true }).click()
      await page.waitForURL(externalUrl())
      await page.close()
    }
    await context.close()
    expect(externalRequests.length).toBeGreaterThanOrEqual(links.length)
    const secrets = links.flatMap(tokenParts)
    expect(secrets.filter((secret) => externalRequests.some((told) => told.includes(secret)))).toEqual([])
    expect(secrets.filter((secret) => referers.some((told) => told.includes(secret)))).toEqual([])
    expect(referers.filter(Boolean).length).toBeGreaterThan(links.length)
  },
  120_000,
)

it('would notice a page that does tell it', async () => {
  const page = await browser.newPage()
  const [link] = links
  await page.goto(`${site.url}${link?.path}`)
  await page.evaluate((to) => {
    const anchor = Object.assign(document.createElement('a'), { href: to, textContent: 'Elders' })
    anchor.referrerPolicy = 'unsafe-url'
    document.body.prepend(anchor)
  }, externalUrl())
  await page.getByText('Elders', { exact: true }).click()
  await page.waitForURL(externalUrl())
  expect(externalRequests.some((told) => told.includes(link?.token ?? 'none'))).toBe(true)
})

it('no log holds it, whatever is asked with it and whatever form is sent', async () => {
  const tried = [...links]
  for (const { file, path } of links) {
    const headers = { origin: site.url, referer: `${site.url}${path}` }
    for (const ending of ['x', '/bestaat-niet', '%', '?gelukt=1'])
      await fetch(`${site.url}${path}${ending}`, { headers })
    await fetch(`${site.url}${path}`, { method: 'POST', body: 'x', headers: { ...headers, 'next-action': 'x' } })
    const { length } = parseForms(await fetchPage(path))
    // A sign-up for each form: what one does to it would be in the way of the next.
    for (let form = 0; form < length; form += 1) tried.push(await sendForm(file, form))
  }
  const { db } = database
  const changed = { field: 'role', after: 'Voorbeeld' }
  expect(await db.registrationChange.count({ where: changed })).toBe(1)
  expect(await db.registration.count({ where: { transferredToId: { not: null } } })).toBe(1)
  const entries = await db.auditEntry.groupBy({ by: ['action'] })
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(expectedAuditActions))

  // Pages that break while somebody looks at them.
  await database.db.$executeRaw`ALTER TABLE "Registration" RENAME TO "RegistrationAway"`
  for (const { path } of links) await fetch(`${site.url}${path}`)
  await database.db.$executeRaw`ALTER TABLE "RegistrationAway" RENAME TO "Registration"`
  const printed = site.printed()
  expect(printed).toContain('something failed')
  expect(tried.flatMap(tokenParts).filter((secret) => printed.includes(secret))).toEqual([])
}, 120_000)

const expectedAuditActions = [
  'registrationChanged',
  'emailChangeRequested',
  'registrationTransferred',
  'registrationCancelled',
  'registrationErased',
  'seatOfferAccepted',
]

const fetchPage = async (path: string) => await (await fetch(`${site.url}${path}`)).text()

/** Sends the form that stands so many places down a page, as somebody would for whom nobody else did anything. */
async function sendForm(file: string, form: number): Promise<Link> {
  const link = linkTo(file, await createTarget(database.db, 'coming', organiserId))
  const url = `${site.url}${link.path}`
  const headers = { origin: site.url, referer: url }
  const controlsIn = (page: string) => parseForms(page)[form]?.controls ?? []
  const send = async (controls: FormControl[], press?: string) => {
    const body = bodyOf(controls)
    if (press) body.set('intent', press)
    return await (await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })).text()
  }
  const shown = controlsIn(await send(controlsIn(await fetchPage(link.path))))
  // What it will do is shown first: then there is a button that does it.
  if (shown.some(({ name, value }) => name === 'intent' && value === 'do')) await send(shown, 'do')
  return link
}

function bodyOf(controls: FormControl[]): FormData {
  const body = new FormData()
  for (const control of controls)
    if (!(['button', 'radio'].includes(control.kind) && body.has(control.name)))
      body.set(control.name, validValue({ ...control, value: control.name === 'role' ? '' : control.value }))
  return body
}
