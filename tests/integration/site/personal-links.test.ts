import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeAdmin } from '@/tests/integration/organisers/people'
import { chromiumArgs, ensureChromium } from '@/tests/support/chromium'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { pages } from '@/tests/support/doors'
import { formsIn } from '@/tests/support/forms'
import { makeTarget } from '@/tests/support/hostile-target'
import { removeData, type Site, startSite } from '@/tests/support/site'

let test: TestDatabase
let site: Site
let browser: Browser
/** Somebody else's site, and all that it was told of who came. */
let elsewhere: Server
const heard: string[] = []
let links: { path: string; token: string }[]

beforeAll(async () => {
  test = await createTestDatabase()
  const env = { DATABASE_URL: test.url, APP_SECRET: process.env.APP_SECRET ?? '', LOG_LEVEL: 'debug' }
  site = await startSite({ env })
  browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  elsewhere = createServer((request, response) => {
    heard.push(JSON.stringify([request.url, request.rawHeaders]))
    response.setHeader('content-type', 'text/html')
    response.end('<title>Elders</title>')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const target = await makeTarget(test.db, 'coming', await makeAdmin())
  links = pages()
    .filter(({ file }) => file.includes('[token]'))
    .map(({ file }) => {
      const values = target.valuesFor(file)
      return { path: pages(values).find((page) => page.file === file)?.path ?? '', token: values.token ?? '' }
    })
}, 120_000)
afterAll(async () => {
  await browser.close()
  elsewhere.close()
  await site.stop()
  await removeData(site)
  await test.drop()
})

const away = () => `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
/** A token as it stands, and as each half of it alone. */
const looks = ({ token }: { token: string }) => [token, ...token.split('.')]

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
      }, away())
      await page.getByText('Elders', { exact: true }).click()
      await page.waitForURL(away())
      await page.close()
    }
    await context.close()
    expect(heard.length).toBeGreaterThanOrEqual(links.length)
    const secrets = links.flatMap(looks)
    expect(secrets.filter((secret) => heard.some((told) => told.includes(secret)))).toEqual([])
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
  }, away())
  await page.getByText('Elders', { exact: true }).click()
  await page.waitForURL(away())
  expect(heard.some((told) => told.includes(link?.token ?? 'none'))).toBe(true)
})

it('no log holds it, whatever is asked with it', async () => {
  for (const { path } of links) {
    const html = await (await fetch(`${site.url}${path}`, { headers: { referer: `${site.url}${path}` } })).text()
    for (const ending of ['x', '/bestaat-niet', '%', '?gelukt=1']) await fetch(`${site.url}${path}${ending}`)
    for (const { controls } of formsIn(html)) {
      const body = new FormData()
      for (const { name, value, kind } of controls) if (kind !== 'button') body.set(name, value)
      const headers = { origin: site.url, referer: `${site.url}${path}` }
      await fetch(`${site.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
    }
    await fetch(`${site.url}${path}`, { method: 'POST', body: 'x', headers: { origin: site.url, 'next-action': 'x' } })
  }
  // Pages that break while somebody looks at them.
  await test.db.$executeRaw`ALTER TABLE "Registration" RENAME TO "RegistrationAway"`
  for (const { path } of links) await fetch(`${site.url}${path}`)
  await test.db.$executeRaw`ALTER TABLE "RegistrationAway" RENAME TO "Registration"`
  const printed = site.printed()
  expect(printed).toContain('something failed')
  expect(links.flatMap(looks).filter((secret) => printed.includes(secret))).toEqual([])
})
