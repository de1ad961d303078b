import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectAccessible, expectGoodPage, expectNoSidewaysScroll } from '@/tests/support/e2e-checks'
import { fillIn, hasScript, openForm, send } from '@/tests/support/e2e-form'

const past = 'inclusief-gemeentebeleid-november-2022'

test('a form for a kennissessie that has been says so', async ({ page }) => {
  await page.goto(routes.signUp(past))
  await expect(page.getByRole('main')).toContainText('Deze kennissessie is geweest')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectGoodPage(page)
})

test('the page after signing up, for somebody who did not, says how to', async ({ page }) => {
  await page.goto(routes.signedUp(past))
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectGoodPage(page)
})

test('a person taken for a program sees the form again, with everything kept, and gets through', async ({ page }) => {
  test.slow()
  const project = test.info().project.name
  const person = { name: 'Voorbeeld Mens', email: `mens+${project}@example.nl` }
  await openForm(page)
  await fillIn(page, person)
  await page.locator('[name=website]').evaluate((field: HTMLInputElement) => {
    field.value = 'https://example.nl'
  })
  await send(page)
  await expect(page.getByText('We willen zeker weten dat je een mens bent')).toBeVisible()
  await expect(page.getByLabel('E-mailadres')).toHaveValue(person.email)
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveValue(hasScript() ? /Den Haag/ : 'GM0518')
  await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
})

test('logging in with a wrong password says so at the fields, and keeps the address', async ({ page }) => {
  await page.goto(routes.desk())
  await page.getByLabel('E-mailadres').fill(`onbekend+${test.info().project.name}@example.nl`)
  await page.getByLabel('Wachtwoord').fill('geen goed wachtwoord')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByLabel('E-mailadres')).toHaveValue(/^onbekend/)
  await expect(page.getByLabel('Wachtwoord')).toHaveValue('')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
})
