import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }

/** Adds up the layout shifts of each page from its start, as `layoutShift` of the window. */
const observeLayoutShift = (page: Page) =>
  page.addInitScript(() => {
    const counted = Object.assign(window, { layoutShift: 0 })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as Shift[])
        if (!hadRecentInput) counted.layoutShift += value
    }).observe({ type: 'layout-shift', buffered: true })
  })

/** Scrolls to the end of the page, a third of the window at a time, with a frame drawn after each step. */
const scrollToEnd = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame)
    for (let at = 0; at < document.documentElement.scrollHeight; at += window.innerHeight / 3) {
      window.scrollTo(0, at)
      await frame()
      await frame()
    }
  })

const readLayoutShift = (page: Page) =>
  page.evaluate(async () => {
    // The observer reports a shift after the frame in which it happened.
    for (let frames = 0; frames < 5; frames += 1) await new Promise(requestAnimationFrame)
    return (window as typeof window & { layoutShift: number }).layoutShift
  })

/** Holds back the images of the site until the returned function is called, as on a slow line. */
async function holdImages(page: Page, fulfill?: { contentType: string; body: string }): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/beelden/*', async (route) => {
    await released
    await (fulfill ? route.fulfill(fulfill) : route.continue())
  })
  return release
}

/** Brings the heading under an image in view, lets the image load, and returns what that moved. */
async function shiftWhileLoading(page: Page, heading: string, showImages: () => void): Promise<number> {
  await scrollToEnd(page)
  await page.getByRole('heading', { name: heading }).evaluate((below) => {
    window.scrollBy(0, below.getBoundingClientRect().top - window.innerHeight / 2)
  })
  showImages()
  const image = page.getByRole('main').locator('figure img')
  await expect.poll(() => image.evaluate(({ naturalWidth }: HTMLImageElement) => naturalWidth)).toBeGreaterThan(0)
  return await readLayoutShift(page)
}

for (const width of [320, 1280]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 720 } })

    test('nothing moves on the home page while a visitor scrolls', async ({ page }) => {
      await observeLayoutShift(page)
      await page.goto(routes.home())
      await scrollToEnd(page)
      expect(await readLayoutShift(page), 'layout shift').toBeLessThan(0.02)
    })

    test('nothing moves on a session page when its drawing loads', async ({ page }) => {
      await observeLayoutShift(page)
      const showImages = await holdImages(page)
      await page.goto(routes.home())
      const past = page.getByRole('region', { name: 'Eerdere kennissessies' })
      const path = await past.getByRole('link', { name: /inclusief gemeentebeleid/ }).getAttribute('href')
      await page.goto(path ?? '', { waitUntil: 'domcontentloaded' })
      expect(await shiftWhileLoading(page, 'Wat je op de tekening ziet', showImages)).toBeLessThan(0.02)
    })

    test('nothing moves when an image of unknown size loads', async ({ page, db }) => {
      const session = await createTestSession(db)
      const body = '![Een brug](/beelden/onbekend.svg)\n\n## Onder de brug\n\nVoorbeeld.'
      await db.session.update({ where: { id: session.id }, data: { body } })
      await observeLayoutShift(page)
      const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="900"></svg>'
      const showImages = await holdImages(page, { contentType: 'image/svg+xml', body: svg })
      await page.goto(routes.session(session.slug), { waitUntil: 'domcontentloaded' })
      expect(await shiftWhileLoading(page, 'Onder de brug', showImages)).toBeLessThan(0.02)
    })
  })
}
