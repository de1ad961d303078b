import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectGoodPage, htmlFaults } from '@/tests/support/browser/page-checks'
import { upcomingSessionLink } from '@/tests/support/browser/registration-form'
import { expect, test } from '@/tests/support/browser/test'

test('the home page lists upcoming and past sessions', async ({ page }) => {
  await page.goto(routes.home())
  await expect(page).toHaveTitle('Kennissessies - Aanschuif')
  const past = page.getByRole('region', { name: 'Eerdere kennissessies' })
  await expect(upcomingSessionLink(page)).toHaveCount(1)
  await expect(past.getByRole('link', { name: /inclusief gemeentebeleid/ })).toHaveCount(1)
  await expect(past).toContainText('dinsdag 8 november 2022')
  await expectGoodPage(page)
})

test('a past session has a page without registration', async ({ page }) => {
  await page.goto(routes.home())
  const past = page.getByRole('region', { name: 'Eerdere kennissessies' })
  await past.getByRole('link', { name: /inclusief gemeentebeleid/ }).click()
  for (const name of ['Voor wie?', 'Praktische informatie', 'Stappenplan Inclusief Beleid'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Meld je aan' })).toHaveCount(0)
  await expectGoodPage(page)
})

test('the footer links to the accessibility statement', async ({ page }) => {
  await page.goto(routes.home())
  await page.getByRole('contentinfo').getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toegankelijkheid')
  for (const name of ['Wat is er getest?', 'Wat is niet getest?', 'Werkt iets niet voor jou?'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expectGoodPage(page)
})

test.describe('unknown URL', () => {
  test.use({ expectedBrowserErrors: /404/ })

  test('shows a not-found page with a link to all sessions', async ({ page }) => {
    const response = await page.goto(routes.session('bestaat-niet'))
    expect(response?.status()).toBe(404)
    await expect(page.getByRole('link', { name: /kennissessies/i }).first()).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('page checks', () => {
  test('report low contrast and, in the reference project, a field without a label', async ({ page }) => {
    await page.goto(routes.home())
    // The content security policy of the page forbids a style attribute.
    await page.getByRole('heading', { level: 1 }).evaluate(({ style }) => {
      Object.assign(style, { background: '#fff', color: '#ddd' })
    })
    await expect(expectAccessible(page)).rejects.toThrow('color-contrast: ')
    if (test.info().project.name === 'narrow-and-dark') return
    await page.setContent(htmlDocument('<main><h1>Voorbeeld</h1><input></main>'))
    await expect(expectAccessible(page)).rejects.toThrow('label: Form elements must have labels')
  })

  test('report a block inside a button and a duplicate id', async () => {
    expect(await htmlFaults(htmlDocument('<p id="a">Goed</p>'))).toEqual([])
    expect(await htmlFaults(htmlDocument('<button type="button"><div>Fout</div></button>'))).toHaveLength(1)
    expect(await htmlFaults(htmlDocument('<p id="a">Fout</p><p id="a">Fout</p>'))).toHaveLength(1)
  })
})

const htmlDocument = (body: string) =>
  `<!DOCTYPE html><html lang="nl"><head><title>Voorbeeld</title></head><body>${body}</body></html>`
