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

test('keeps and submits what was entered before hydration', async ({ page: firstPage, browser }) => {
  await openRegistrationForm(firstPage)
  const address = firstPage.url()
  const page = await browser.newPage()
  const releaseScripts = await delayScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Vroeg')
  await page.getByLabel('Functie').fill('beleidsadviseur')
  await page.getByRole('radio', { name: 'Nee' }).check()
  await expect(page.getByLabel('Gemeente', { exact: true })).not.toHaveAttribute('role', 'combobox')
  releaseScripts()
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

test('keeps options that were selected before hydration', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const questions = [
    ['Hoe ver ben je?', /Eén keuze/],
    ['Wat speelt er?', /Een of meer keuzes/],
    ['Wie doet er mee?', /Eén keuze/],
  ] as const
  for (const [label, kind] of questions) {
    await page.goto(routes.newFormQuestion(session.id))
    await page.getByLabel('Vraag', { exact: true }).fill(label)
    await page.getByRole('radio', { name: kind }).check()
    await page.getByLabel('Keuzes', { exact: true }).fill(`${label} Dit\n${label} Dat`)
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByText(label).first()).toBeVisible()
  }
  const releaseScripts = await delayScripts(page)
  await page.goto(routes.register(session.slug), { waitUntil: 'commit' })
  const radio = page.getByRole('radio', { name: 'Hoe ver ben je? Dat' })
  const checkbox = page.getByRole('checkbox', { name: 'Wat speelt er? Dat' })
  await radio.check()
  await checkbox.check()
  releaseScripts()
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveAttribute('role', 'combobox')
  await expect(radio).toBeChecked()
  await expect(checkbox).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'Wat speelt er? Dit' })).not.toBeChecked()
  await submitRegistrationForm(page)
  const summary = page.getByRole('region', { name: /^Er ging iets mis/ })
  await expect(summary).toContainText('Wie doet er mee?')
  await expect(summary).not.toContainText(/Hoe ver ben je|Wat speelt er/)
  await expect(radio).toBeChecked()
  await expect(checkbox).toBeChecked()
})

test('keeps a change to an existing text that was made before hydration', async ({ adminPage, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const releaseScripts = await delayScripts(adminPage)
  await adminPage.goto(routes.mailTemplate(session.id, 'thanks'), { waitUntil: 'commit' })
  const text = adminPage.getByRole('textbox', { name: 'Tekst' })
  await text.fill('Vroeg getypt, {naam}')
  releaseScripts()
  await expect(adminPage.getByText('Nog 9.980 tekens')).toBeVisible()
  await expect(text).toHaveValue('Vroeg getypt, {naam}')
})

test('keeps a preview that was requested before hydration', async ({ adminPage, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const releaseScripts = await delayScripts(adminPage)
  await adminPage.goto(routes.rescheduleSession(session.id), { waitUntil: 'commit' })
  await adminPage.getByLabel('Datum', { exact: true }).fill('2096-11-08')
  await adminPage.getByRole('button', { name: /^Kijk wat/ }).click()
  await expect(adminPage.getByText('Dit gaat er veranderen')).toBeVisible()
  releaseScripts()
  await adminPage.waitForLoadState('networkidle')
  await adminPage.getByLabel('Datum', { exact: true }).fill('2096-11-15')
  await adminPage.getByRole('button', { name: /^Kijk opnieuw/ }).click()
  await expect(adminPage.getByText(/Wordt donderdag 15 november 2096/)).toBeVisible()
})

/** Delays the scripts of the next pages until the returned function is called. */
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

test('finds and selects a municipality by keyboard', async ({ page }) => {
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

test('shows progress in the submit button without changing its accessible name', async ({ page }) => {
  let respond = () => {}
  const mayRespond = new Promise<void>((resolve) => {
    respond = resolve
  })
  await page.route(routes.linkRecovery(), async (route) => {
    if (route.request().method() === 'POST') await mayRespond
    await route.continue()
  })
  await page.goto(routes.linkRecovery())
  const button = page.getByRole('button', { name: 'Mail mijn link', exact: true })
  await page.getByLabel('E-mailadres').fill('niemand@example.nl')
  await waitMinimumFillTime(page)
  await button.click()
  await expect(button.getByText('Even geduld…')).toBeVisible()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  respond()
  await expect(page.getByText('We hebben je vraag gekregen.')).toBeVisible()
})

test('accepts the second submission of an expired form', async ({ page }) => {
  await openRegistrationForm(page)
  await fillRegistrationForm(page, { name: 'Voorbeeld Lang', email: `lang+${test.info().project.name}@example.nl` })
  await page.locator('input[name=form]').evaluate((field: HTMLInputElement) => {
    field.value = 'verlopen'
  })
  await submitRegistrationForm(page)
  await expect(page.getByText('Het formulier stond te lang open')).toBeVisible()
  await expect(page.locator('input[name=form]')).not.toHaveValue('verlopen')
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
})

test.describe('registration form without a connection', () => {
  test.use({ expectedBrowserErrors: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })

  test('keeps all input and registers once the connection is back', async ({ page }) => {
    await openRegistrationForm(page)
    await fillRegistrationForm(page, { name: 'Voorbeeld Trein', email: `trein+${test.info().project.name}@example.nl` })
    await page.context().setOffline(true)
    await submitRegistrationForm(page)
    await expect(page.getByText('We weten niet zeker of je aanmelding is binnengekomen.')).toBeVisible()
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Trein')
    await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  })
})
