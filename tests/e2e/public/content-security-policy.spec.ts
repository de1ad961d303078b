import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/browser/test'

const externalOrigin = 'https://elders.example.com'
const injectedMarkup = `
  <script>document.documentElement.dataset.script = 'ran'</script>
  <script src="${externalOrigin}/kwaad.js"></script>
  <img src="${externalOrigin}/spion.png" alt="" onerror="document.documentElement.dataset.handler = 'ran'">
  <iframe title="kwaad" srcdoc="<script>parent.document.documentElement.dataset.frame = 'ran'</script>"></iframe>
  <iframe title="kader" name="kader"></iframe>
  <object data="${externalOrigin}/kwaad"></object>
  <base href="${externalOrigin}/">
  <style>h1 { display: none !important }</style>
  <a id="kwaad" href="javascript:void (document.documentElement.dataset.link = 'ran')">Klik</a>
  <form id="kwaad-formulier" method="post" target="kader" action="${externalOrigin}/buit"><button>Verstuur</button></form>`

/** Opens the home page with injected markup. Returns the paths requested from the other site. */
async function openWithInjectedMarkup(page: Page, { policy }: { policy: boolean }): Promise<string[]> {
  const requestedPaths: string[] = []
  await page.route(`${externalOrigin}/**`, (route) => {
    requestedPaths.push(new URL(route.request().url()).pathname)
    return route.abort()
  })
  // React would replace the injected markup during hydration.
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.route(routes.home(), async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': csp = '', ...headers } = response.headers()
    const body = (await response.text()).replace('<main', `${injectedMarkup}<main`)
    await route.fulfill({ response, body, headers: { ...headers, ...(policy && { 'content-security-policy': csp }) } })
  })
  await page.goto(routes.home())
  await page.locator('#kwaad').dispatchEvent('click')
  await page.locator('#kwaad-formulier button').dispatchEvent('click')
  await page.waitForLoadState('networkidle')
  return requestedPaths
}

const executedHandlers = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }))
const headingDisplay = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.querySelector('h1') as Element).display)

test.describe('injected markup', () => {
  test.use({
    expectedBrowserErrors: /Content Security Policy|net::ERR_FAILED|Failed to load resource|requested https:\/\/elders/,
  })

  test('cannot run scripts, apply styles or send data to another site', async ({ page }) => {
    const requestedPaths = await openWithInjectedMarkup(page, { policy: true })
    expect(await executedHandlers(page)).toEqual({})
    expect(requestedPaths).toEqual([])
    expect(await headingDisplay(page)).not.toBe('none')
    expect(await page.evaluate(() => document.baseURI)).not.toContain(externalOrigin)
  })

  test('can do all that without the content security policy', async ({ page }) => {
    const requestedPaths = await openWithInjectedMarkup(page, { policy: false })
    await expect
      .poll(() => executedHandlers(page))
      .toMatchObject({ script: 'ran', handler: 'ran', frame: 'ran', link: 'ran' })
    expect(requestedPaths).toEqual(expect.arrayContaining(['/kwaad.js', '/spion.png', '/kwaad', '/buit']))
    expect(await headingDisplay(page)).toBe('none')
  })
})
