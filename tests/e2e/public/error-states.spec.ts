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

test('shows no registration form for a past session', async ({ page }) => {
  await page.goto(routes.register(pastSlug))
  await expect(page.getByRole('main')).toContainText('Deze kennissessie is geweest')
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectGoodPage(page)
})

test('shows no confirmation to a visitor who did not register', async ({ page }) => {
  await page.goto(routes.registrationConfirmation(pastSlug))
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Heb je je aangemeld?')
  await expect(page.getByRole('main')).not.toContainText(/Je aanmelding is binnen/)
  await expectGoodPage(page)
})

test('accepts the second submission of a person who filled in the honeypot', async ({ page }) => {
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
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
})

test('rejects a wrong password at the fields and keeps the e-mail address', async ({ page }) => {
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

test.describe('malformed URL', () => {
  test.use({ expectedBrowserErrors: /400/ })

  test('shows an error page with a link to all sessions', async ({ page }) => {
    const response = await page.goto('/%')
    expect(response?.status()).toBe(400)
    await expect(page.getByRole('link', { name: 'Naar alle kennissessies' })).toBeVisible()
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
  })
})

test('keeps the answers readable when registration closes before the submission', async ({ page, db }) => {
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
