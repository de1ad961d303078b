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

/** Opens the first page as if somebody had got markup of theirs into it; gives the addresses elsewhere that it asked for. */
async function openWithInjectedMarkup(page: Page, { policy }: { policy: boolean }): Promise<string[]> {
  const requestedPaths: string[] = []
  await page.route(`${externalOrigin}/**`, (route) => {
    requestedPaths.push(new URL(route.request().url()).pathname)
    return route.abort()
  })
  // React would put its own page in the place of one that it did not make.
  await page.route('**/_next/static/**/*.js', (route) => route.abort())
  await page.route(routes.home(), async (route) => {
    const response = await route.fetch()
    const { 'content-security-policy': kept = '', ...headers } = response.headers()
    const body = (await response.text()).replace('<main', `${injectedMarkup}<main`)
    await route.fulfill({ response, body, headers: { ...headers, ...(policy && { 'content-security-policy': kept }) } })
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

test.describe('markup that somebody got into a page', () => {
  test.use({
    expectedBrowserErrors: /Content Security Policy|net::ERR_FAILED|Failed to load resource|asked for https:\/\/elders/,
  })

  test('runs nothing, brings no style and sends nothing elsewhere', async ({ page }) => {
    const asked = await openWithInjectedMarkup(page, { policy: true })
    expect(await executedHandlers(page)).toEqual({})
    expect(asked).toEqual([])
    expect(await headingDisplay(page)).not.toBe('none')
    expect(await page.evaluate(() => document.baseURI)).not.toContain(externalOrigin)
  })

  test('would do all that if the page had no policy', async ({ page }) => {
    const asked = await openWithInjectedMarkup(page, { policy: false })
    await expect
      .poll(() => executedHandlers(page))
      .toMatchObject({ script: 'ran', handler: 'ran', frame: 'ran', link: 'ran' })
    expect(asked).toEqual(expect.arrayContaining(['/kwaad.js', '/spion.png', '/kwaad', '/buit']))
    expect(await headingDisplay(page)).toBe('none')
  })
})
