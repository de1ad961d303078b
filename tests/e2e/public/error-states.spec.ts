import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectGoodPage, expectNoHorizontalScroll } from '@/tests/support/browser/page-checks'
import {
  fillRegistrationForm,
  hasJavaScript,
  openRegistrationForm,
  submitRegistrationForm,
} from '@/tests/support/browser/registration-form'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const pastSlug = 'inclusief-gemeentebeleid-november-2022'

test('a form for a kennissessie that has been says so', async ({ page }) => {
  await page.goto(routes.register(pastSlug))
  await expect(page.getByRole('main')).toContainText('Deze kennissessie is geweest')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectGoodPage(page)
})

test('the page after signing up tells nobody that they are signed up who may not be', async ({ page }) => {
  await page.goto(routes.registrationConfirmation(pastSlug))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Heb je je aangemeld?')
  await expect(page.getByRole('main')).not.toContainText(/Je bent aangemeld|We zien je/)
  await expectGoodPage(page)
})

test('a person taken for a program sees the form again, with everything kept, and gets through', async ({ page }) => {
  test.slow()
  const project = test.info().project.name
  const person = { name: 'Voorbeeld Mens', email: `mens+${project}@example.nl` }
  await openRegistrationForm(page)
  await fillRegistrationForm(page, person)
  await page.locator('[name=website]').evaluate((field: HTMLInputElement) => {
    field.value = 'https://example.nl'
  })
  await submitRegistrationForm(page)
  await expect(page.getByText('We willen zeker weten dat je een mens bent')).toBeVisible()
  await expect(page.getByLabel('E-mailadres')).toHaveValue(person.email)
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveValue(hasJavaScript() ? /Den Haag/ : 'GM0518')
  await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
})

test('logging in with a wrong password says so at the fields, and keeps the address', async ({ page }) => {
  await page.goto(routes.admin())
  await page.getByLabel('E-mailadres').fill(`onbekend+${test.info().project.name}@example.nl`)
  await page.getByLabel('Wachtwoord').fill('geen goed wachtwoord')
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByLabel('E-mailadres')).toHaveValue(/^onbekend/)
  await expect(page.getByLabel('Wachtwoord')).toHaveValue('')
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
})

test.describe('an address that cannot be read', () => {
  test.use({ expectedBrowserErrors: /400/ })

  test('gets a plain page that says what to do', async ({ page }) => {
    const answer = await page.goto('/%')
    expect(answer?.status()).toBe(400)
    await expect(page.getByRole('link', { name: 'Naar alle kennissessies' })).toBeVisible()
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
  })
})

test('whoever sends the form just too late keeps what was written, and reads whom to ask', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.register(session.slug))
  await fillRegistrationForm(page, { name: 'Voorbeeld Laat', email: `laat+${test.info().project.name}@example.nl` })
  await db.session.update({ where: { id: session.id }, data: upcomingTimes(-2, -1) })
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je kunt je niet meer aanmelden')
  const main = page.getByRole('main')
  for (const text of ['Je bent niet aangemeld', 'Voorbeeld 2', 'contact@example.nl'])
    await expect(main).toContainText(text)
  await expect(main.getByRole('link', { name: 'Bekijk alle kennissessies' })).toBeVisible()
  if (hasJavaScript()) await expect(page.locator(':focus')).toContainText('Je aanmelding is niet gelukt')
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
})
