import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectGoodPage, htmlFaults } from '@/tests/support/browser/page-checks'
import { upcomingSessionLink } from '@/tests/support/browser/registration-form'
import { expect, test } from '@/tests/support/browser/test'

test('the first page lists what is to come and what has been', async ({ page }) => {
  await page.goto(routes.home())
  await expect(page).toHaveTitle('Kennissessies - Aanschuif')
  const past = page.getByRole('region', { name: 'Eerdere kennissessies' })
  await expect(upcomingSessionLink(page)).toHaveCount(1)
  await expect(past.getByRole('link', { name: /inclusief gemeentebeleid/ })).toHaveCount(1)
  await expect(past).toContainText('dinsdag 8 november 2022')
  await expectGoodPage(page)
})

test('the session of 2022 has been: its page can be read, and nobody can sign up', async ({ page }) => {
  await page.goto(routes.home())
  const past = page.getByRole('region', { name: 'Eerdere kennissessies' })
  await past.getByRole('link', { name: /inclusief gemeentebeleid/ }).click()
  for (const name of ['Voor wie?', 'Praktische informatie', 'Stappenplan Inclusief Beleid'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Meld je aan' })).toHaveCount(0)
  await expectGoodPage(page)
})

test('from every page there is a way to what was tested for accessibility and what was not', async ({ page }) => {
  await page.goto(routes.home())
  await page.getByRole('contentinfo').getByRole('link', { name: 'Toegankelijkheid' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Toegankelijkheid')
  for (const name of ['Wat is er getest?', 'Wat is niet getest?', 'Werkt iets niet voor jou?'])
    await expect(page.getByRole('heading', { name })).toBeVisible()
  await expectGoodPage(page)
})

test.describe('an address that is not there', () => {
  test.use({ expectedBrowserErrors: /404/ })

  test('gets a page that helps', async ({ page }) => {
    const answer = await page.goto(routes.session('bestaat-niet'))
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('link', { name: /kennissessies/i }).first()).toBeVisible()
    await expectAccessible(page)
  })
})

test.describe('these stories notice', () => {
  test('words that hardly stand out, and where the document is looked at a field without a label', async ({ page }) => {
    await page.goto(routes.home())
    // The policy of the page forbids a style attribute, also here.
    await page.getByRole('heading', { level: 1 }).evaluate(({ style }) => {
      Object.assign(style, { background: '#fff', color: '#ddd' })
    })
    await expect(expectAccessible(page)).rejects.toThrow('color-contrast: ')
    if (test.info().project.name === 'narrow-and-dark') return
    await page.setContent(htmlDocument('<main><h1>Voorbeeld</h1><input></main>'))
    await expect(expectAccessible(page)).rejects.toThrow('label: Form elements must have labels')
  })

  test('a block inside a button, and an id that is there twice', async () => {
    expect(await htmlFaults(htmlDocument('<p id="a">Goed</p>'))).toEqual([])
    expect(await htmlFaults(htmlDocument('<button type="button"><div>Fout</div></button>'))).toHaveLength(1)
    expect(await htmlFaults(htmlDocument('<p id="a">Fout</p><p id="a">Fout</p>'))).toHaveLength(1)
  })
})

const htmlDocument = (body: string) =>
  `<!DOCTYPE html><html lang="nl"><head><title>Voorbeeld</title></head><body>${body}</body></html>`
