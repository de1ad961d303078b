import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { tabTo } from '@/tests/support/browser/keyboard'
import { expectAccessible } from '@/tests/support/browser/page-checks'
import {
  fillRegistrationForm,
  openRegistrationForm,
  submitRegistrationForm,
  waitMinimumFillTime,
} from '@/tests/support/browser/registration-form'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

test('what is typed before the script came stays, and is what is sent', async ({ page: first, browser }) => {
  await openRegistrationForm(first)
  const address = first.url()
  const page = await browser.newPage()
  const letGo = await delayScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Vroeg')
  await page.getByLabel('Functie').fill('beleidsadviseur')
  await page.getByRole('radio', { name: 'Nee' }).check()
  await expect(page.getByLabel('Gemeente', { exact: true })).not.toHaveAttribute('role', 'combobox')
  letGo()
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveAttribute('role', 'combobox')
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Vroeg')
  await submitRegistrationForm(page)
  const summary = page.getByRole('region', { name: /^Er ging iets mis/ })
  await expect(summary).toBeFocused()
  await expect(summary).not.toContainText('naam in')
  await expect(summary).not.toContainText('functie')
  await expect(summary).not.toContainText('contact met je')
  await page.close()
})

test('a text that stood there already and is changed before the script came stays changed', async ({
  adminPage,
  db,
}) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const letGo = await delayScripts(adminPage)
  await adminPage.goto(routes.mailTemplate(session.id, 'thanks'), { waitUntil: 'commit' })
  const text = adminPage.getByRole('textbox', { name: 'Tekst' })
  await text.fill('Vroeg getypt, {naam}')
  letGo()
  await expect(adminPage.getByText('Nog 9.980 tekens')).toBeVisible()
  await expect(text).toHaveValue('Vroeg getypt, {naam}')
})

/** The scripts of the pages that follow wait until what this gives is called. */
async function delayScripts(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  return release
}

test('the gemeente is found and chosen with the keyboard alone', async ({ page }) => {
  await openRegistrationForm(page)
  const field = page.getByLabel('Gemeente', { exact: true })
  await expect(field).toHaveAttribute('role', 'combobox')
  await page.getByLabel('E-mailadres').focus()
  await tabTo(page, field, 2)
  await page.keyboard.type('groningn')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await expectAccessible(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Groningen')
  await expect(field).toHaveAttribute('aria-expanded', 'false')
  await tabTo(page, page.getByLabel('Functie'), 2)
})

test('a button says that it is sending for as long as that takes, under its own name', async ({ page }) => {
  let answer = () => {}
  const mayAnswer = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route(routes.linkRecovery(), async (route) => {
    if (route.request().method() === 'POST') await mayAnswer
    await route.continue()
  })
  await page.goto(routes.linkRecovery())
  const button = page.getByRole('button', { name: 'Mail mijn link', exact: true })
  await page.getByLabel('E-mailadres').fill('niemand@example.nl')
  await waitMinimumFillTime(page)
  await button.click()
  await expect(button.getByText('Even geduld…')).toBeVisible()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  answer()
  await expect(page.getByText('We hebben je vraag gekregen.')).toBeVisible()
})

test('a form that stood open too long needs only a second press', async ({ page }) => {
  await openRegistrationForm(page)
  await fillRegistrationForm(page, { name: 'Voorbeeld Lang', email: `lang+${test.info().project.name}@example.nl` })
  await page.locator('input[name=form]').evaluate((field: HTMLInputElement) => {
    field.value = 'verlopen'
  })
  await submitRegistrationForm(page)
  await expect(page.getByText('Het formulier stond te lang open')).toBeVisible()
  await expect(page.locator('input[name=form]')).not.toHaveValue('verlopen')
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
})

test.describe('without a connection', () => {
  test.use({ expectedBrowserErrors: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })

  test('nothing that was typed is lost, and pressing again once there is one signs up', async ({ page }) => {
    await openRegistrationForm(page)
    await fillRegistrationForm(page, { name: 'Voorbeeld Trein', email: `trein+${test.info().project.name}@example.nl` })
    await page.context().setOffline(true)
    await submitRegistrationForm(page)
    await expect(page.getByText('Er ging iets mis bij ons')).toBeVisible()
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Trein')
    await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
  })
})
