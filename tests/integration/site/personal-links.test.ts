import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createAdmin } from '@/tests/integration/organisers/organiser-fixtures'
import { chromiumArgs, ensureChromium } from '@/tests/support/browser/chromium'
import { validValue } from '@/tests/support/hostile-input/payloads'
import { createTarget, type Target } from '@/tests/support/hostile-input/target'
import { listPages, urlPathOf } from '@/tests/support/http/entry-points'
import { type FormControl, parseForms } from '@/tests/support/http/html-forms'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const site = await startSiteForFile({ ...sharedSecret, LOG_LEVEL: 'debug', SIGNUP_MIN_SECONDS: '0' })
let browser: Browser
let externalSite: Server
/** URL and headers of each request to the external site. */
const externalRequests: string[] = []
let links: Link[]
let organiserId: string
let valuesFor: Target['valuesFor']

type Link = { file: string; path: string; token: string }

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  externalSite = createServer((request, response) => {
    externalRequests.push(JSON.stringify([request.url, request.rawHeaders]))
    response.setHeader('content-type', 'text/html')
    response.end('<title>Elders</title>')
  })
  await new Promise<void>((resolve) => externalSite.listen(0, '127.0.0.1', resolve))
  organiserId = await createAdmin()
  const target = await createTarget(site.db, 'coming', organiserId)
  valuesFor = target.valuesFor
  links = listPages().flatMap(({ file }) => (file.includes('[token]') ? [linkTo(file, target)] : []))
}, 120_000)
afterAll(async () => {
  await browser.close()
  externalSite.close()
})

function linkTo(file: string, target: Target): Link {
  const values = target.valuesFor(file)
  return { file, path: urlPathOf(file, values), token: values.token ?? '' }
}

const externalUrl = () => `http://127.0.0.1:${(externalSite.address() as AddressInfo).port}/`
/** Returns the token and each of its parts. */
const tokenParts = ({ token }: { token: string }) => [token, ...token.split('.')]

it('a page with a token, and the page after its form, is not indexed by search engines', async () => {
  const isPageAfter = /aanmelding\/(gewist|doorgegeven)\/|\/aangemeld\//
  const pagesAfter = listPages().flatMap(({ file }) =>
    isPageAfter.test(file) ? [{ path: urlPathOf(file, valuesFor(file)) }] : [],
  )
  expect(pagesAfter).toHaveLength(3)
  for (const { path } of [...links, ...pagesAfter])
    expect(await fetchPage(path), path).toMatch(/<meta name="robots" content="noindex/)
  const dataPage = links.find(({ file }) => file.endsWith('/gegevens/page.tsx'))
  const file = await fetch(`${site.url}${dataPage?.path}/bestand`)
  expect(file.headers.get('x-robots-tag')).toBe('noindex')
  expect(await file.text()).toContain('Wat is ingevuld')
  expect(await fetchPage(routes.home())).not.toContain('noindex')
})

it('every page with a token opens with the token of this test', async () => {
  expect(links.length).toBeGreaterThan(6)
  for (const { path, token } of links) {
    expect(token, path).not.toBe('')
    const page = await (await fetch(`${site.url}${path}`)).text()
    // The scripts hold the messages of forms, of which one says this too.
    expect(page.replace(/<script\b[\s\S]*?<\/script>/g, ''), path).not.toMatch(/Deze link werkt niet/)
  }
})

it.each([true, false])(
  'leaving a page with a token sends its URL to no site (scripts: %s)',
  async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled })
    const referers: string[] = []
    context.on('request', async (request) => referers.push((await request.allHeaders()).referer ?? ''))
    for (const { path } of links) {
      const page = await context.newPage()
      await page.goto(`${site.url}${path}`)
      // Adds a link as in a text of an organiser.
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
    expect(secrets.filter((secret) => externalRequests.some((request) => request.includes(secret)))).toEqual([])
    expect(secrets.filter((secret) => referers.some((referer) => referer.includes(secret)))).toEqual([])
    expect(referers.filter(Boolean).length).toBeGreaterThan(links.length)
  },
  120_000,
)

it('the external site records a URL that a page does send', async () => {
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
  expect(externalRequests.some((request) => request.includes(link?.token ?? 'none'))).toBe(true)
})

it('no log line holds a token, whatever request or form is sent with it', async () => {
  const used = [...links]
  for (const { file, path } of links) {
    const headers = { origin: site.url, referer: `${site.url}${path}` }
    for (const ending of ['x', '/bestaat-niet', '%', '?gelukt=1'])
      await fetch(`${site.url}${path}${ending}`, { headers })
    await fetch(`${site.url}${path}`, { method: 'POST', body: 'x', headers: { ...headers, 'next-action': 'x' } })
    const { length } = parseForms(await fetchPage(path))
    // Each form gets its own registration, which the form may change.
    for (let form = 0; form < length; form += 1) used.push(await sendForm(file, form))
  }
  const { db } = site
  const changed = { field: 'role', after: 'Voorbeeld' }
  expect(await db.registrationChange.count({ where: changed })).toBe(1)
  expect(await db.registration.count({ where: { transferredToId: { not: null } } })).toBe(1)
  const entries = await db.auditEntry.groupBy({ by: ['action'] })
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(expectedAuditActions))

  // Pages that fail.
  await site.db.$executeRaw`ALTER TABLE "Registration" RENAME TO "RegistrationAway"`
  for (const { path } of links) await fetch(`${site.url}${path}`)
  await site.db.$executeRaw`ALTER TABLE "RegistrationAway" RENAME TO "Registration"`
  const printed = site.printed()
  expect(printed).toContain('something failed')
  expect(used.flatMap(tokenParts).filter((secret) => printed.includes(secret))).toEqual([])
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

/** Sends the form at this position on the page, for a new registration. */
async function sendForm(file: string, position: number): Promise<Link> {
  const link = linkTo(file, await createTarget(site.db, 'coming', organiserId))
  const url = `${site.url}${link.path}`
  const headers = { origin: site.url, referer: url }
  const controlsIn = (page: string) => parseForms(page)[position]?.controls ?? []
  const send = async (controls: FormControl[], intent?: string) => {
    const body = bodyOf(controls)
    if (intent) body.set('intent', intent)
    return await (await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })).text()
  }
  const preview = controlsIn(await send(controlsIn(await fetchPage(link.path))))
  // A form with a preview has a second button, which confirms.
  if (preview.some(({ name, value }) => name === 'intent' && value === 'do')) await send(preview, 'do')
  return link
}

function bodyOf(controls: FormControl[]): FormData {
  const body = new FormData()
  for (const control of controls)
    if (!(['button', 'radio'].includes(control.kind) && body.has(control.name)))
      body.set(control.name, validValue({ ...control, value: control.name === 'role' ? '' : control.value }))
  return body
}
