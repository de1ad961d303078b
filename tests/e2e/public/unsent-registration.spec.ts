import { routes } from '@/lib/platform/routes'
import { expectGoodPage } from '@/tests/support/browser/page-checks'
import {
  chooseMunicipality,
  fillRegistrationForm,
  hasJavaScript,
  openRegistrationForm,
  submitRegistrationForm,
} from '@/tests/support/browser/registration-form'
import { waitForMailText } from '@/tests/support/browser/self-service'
import { expect, test } from '@/tests/support/browser/test'

test('the municipality is still chosen after coming back from another page', async ({ page }) => {
  await openRegistrationForm(page)
  await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Terug')
  await chooseMunicipality(page, 'den haag')
  await page.goto(routes.privacy())
  await page.goBack()
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Terug')
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveValue(hasJavaScript() ? /Den Haag/ : 'GM0518')
})

test('a likely typing error is asked about once, and the address can be corrected after signing up', async ({
  page,
}) => {
  test.slow()
  const project = test.info().project.name
  await openRegistrationForm(page)
  await fillRegistrationForm(page, { name: `Voorbeeld Typfout ${project}`, email: `typfout+${project}@gmail.con` })
  await submitRegistrationForm(page)
  await expect(page.getByRole('main')).toContainText(`Bedoel je typfout+${project}@gmail.com?`)
  await expectGoodPage(page)
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  await page.getByLabel('E-mailadres').fill(`goed+${project}@example.nl`)
  await page.getByRole('button', { name: 'Verbeter mijn adres' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is gewijzigd')
  await expect(page.getByRole('main')).toContainText(`goed+${project}@example.nl`)
  await expectGoodPage(page)
  await waitForMailText(`goed+${project}@example.nl`, 'Je bent aangemeld')
})

test.describe('a lost answer', () => {
  test.use({ expectedBrowserErrors: /Failed to load|ERR_|aborted|fetch/i })

  test('is told as it is, and a second press stores the improved form once', async ({ page }) => {
    // Without a script the browser shows its own error page.
    if (!hasJavaScript()) return
    test.slow()
    const email = `verloren+${test.info().project.name}@example.nl`
    await openRegistrationForm(page)
    await fillRegistrationForm(page, { name: 'Voorbeeld Verloren', email })
    await page.route('**/aanmelden', async (route) => {
      if (route.request().method() !== 'POST') return await route.continue()
      // The server stores the sign-up, and the answer gets lost.
      await route.fetch({ maxRedirects: 0 })
      await route.abort()
    })
    await submitRegistrationForm(page)
    await expect(page.getByRole('main')).toContainText('We weten niet zeker of je aanmelding is binnengekomen')
    await expect(page.getByRole('main')).not.toContainText('niet aangemeld')
    await page.unroute('**/aanmelden')
    await page.getByLabel('Functie').fill('wethouder')
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is gewijzigd')
  })
})
