import { routes } from '@/lib/platform/routes'
import { organiser, saveLoginCookies, siteUnderTest } from '@/tests/support/browser/global-setup'
import { expectAccessible, expectGoodPage } from '@/tests/support/browser/page-checks'
import { expect, test } from '@/tests/support/browser/test'

test('the administrator creates the first account with the link that the start prints', async ({ page }) => {
  const [link = ''] = siteUnderTest().printed.match(/http\S+sleutel=\S+/) ?? []

  await test.step('refuses an invented key', async () => {
    await page.goto(routes.firstOrganiserSetup('verzonnen'))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Deze link werkt niet')
    await expectGoodPage(page)
  })

  await test.step('rejects a password that is too short', async () => {
    await page.goto(link)
    await expectGoodPage(page)
    await page.getByLabel('Naam').fill(organiser.name)
    await page.getByLabel('E-mailadres').fill(organiser.email)
    await page.getByLabel('Wachtwoord').fill('te kort')
    await page.getByRole('button', { name: 'Account maken' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Wachtwoord')).toHaveAccessibleDescription(/minstens 12 tekens/)
    await expectAccessible(page)
  })

  await test.step('a valid password logs in to the empty admin area', async () => {
    await page.getByLabel('Wachtwoord').fill(organiser.password)
    await page.getByRole('button', { name: 'Account maken' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Kennissessies')
    await saveLoginCookies(await page.context().cookies())
    await expectGoodPage(page)
    await page
      .getByRole('link', { name: /inclusief gemeentebeleid/ })
      .first()
      .click()
    await expect(page.getByText('Er zijn nog geen aanmeldingen.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the link no longer works', async () => {
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Deze link werkt niet')
  })
})
