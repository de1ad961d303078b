import { routes } from '@/lib/platform/routes'
import { tabTo } from '@/tests/support/browser/keyboard'
import { hasJavaScript, upcomingSessionLink, waitMinimumFillTime } from '@/tests/support/browser/registration-form'
import { expect, test } from '@/tests/support/browser/test'

test('a visitor registers by keyboard, from the home page to the confirmation', async ({ page }) => {
  test.slow()
  await page.goto(routes.home())
  await tabTo(page, page.getByRole('link', { name: /^Naar de inhoud|^Ga naar/ }))
  await page.keyboard.press('Enter')
  await tabTo(page, upcomingSessionLink(page))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/sessies/)
  await tabTo(page, page.getByRole('main').getByRole('link', { name: 'Meld je aan' }).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/^Aanmelden/)
  if (hasJavaScript()) await expect(page.getByLabel('Gemeente', { exact: true })).toHaveAttribute('role', 'combobox')

  await tabTo(page, page.getByLabel('Naam', { exact: true }))
  await page.keyboard.type('Voorbeeld Toets')
  await tabTo(page, page.getByLabel('E-mailadres'))
  await page.keyboard.type(`toets+${test.info().project.name}@example.nl`)
  await tabTo(page, page.getByLabel('Gemeente', { exact: true }))
  await page.keyboard.type('den haag')
  if (hasJavaScript()) {
    await expect(page.getByRole('option').first()).toContainText('Den Haag')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await tabTo(page, page.getByLabel('Functie'))
  await page.keyboard.type('beleidsadviseur')
  for (const question of await page.getByRole('group', { name: 'Jouw vragen' }).getByRole('textbox').all()) {
    await tabTo(page, question)
    await page.keyboard.type('Voorbeeld')
  }
  await tabTo(page, page.getByRole('radio', { name: 'Ja, per mail' }))
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Meld je aan' }))
  await waitMinimumFillTime(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
})
