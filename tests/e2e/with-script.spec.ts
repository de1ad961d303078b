import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectAccessible } from '@/tests/support/e2e-checks'
import { fillIn, openForm, openLongEnough, send } from '@/tests/support/e2e-form'
import { tabTo } from '@/tests/support/e2e-keyboard'
import { comingMoments } from '@/tests/support/e2e-moments'
import { makeSession } from '@/tests/support/sign-up'

test('what is typed before the script came stays, and is what is sent', async ({ page: first, browser }) => {
  await openForm(first)
  const address = first.url()
  const page = await browser.newPage()
  const letGo = await holdScripts(page)
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Vroeg')
  await page.getByLabel('Functie').fill('beleidsadviseur')
  await page.getByRole('radio', { name: 'Nee' }).check()
  await expect(page.getByLabel('Gemeente', { exact: true })).not.toHaveAttribute('role', 'combobox')
  letGo()
  await expect(page.getByLabel('Gemeente', { exact: true })).toHaveAttribute('role', 'combobox')
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Vroeg')
  await send(page)
  const summary = page.getByRole('region', { name: /^Er ging iets mis/ })
  await expect(summary).toBeFocused()
  await expect(summary).not.toContainText('naam in')
  await expect(summary).not.toContainText('functie')
  await expect(summary).not.toContainText('contact met je')
  await page.close()
})

test('a text that stood there already and is changed before the script came stays changed', async ({
  deskPage,
  db,
}) => {
  const session = await makeSession(db, comingMoments(1, 2))
  const letGo = await holdScripts(deskPage)
  await deskPage.goto(routes.mailText(session.id, 'thanks'), { waitUntil: 'commit' })
  const text = deskPage.getByRole('textbox', { name: 'Tekst' })
  await text.fill('Vroeg getypt, {naam}')
  letGo()
  await expect(deskPage.getByText('Nog 9.980 tekens')).toBeVisible()
  await expect(text).toHaveValue('Vroeg getypt, {naam}')
})

/** The scripts of the pages that follow wait until what this gives is called. */
async function holdScripts(page: Page): Promise<() => void> {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test('the gemeente is found and chosen with the keyboard alone', async ({ page }) => {
  await openForm(page)
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
  await page.route(routes.lostLink(), async (route) => {
    if (route.request().method() === 'POST') await mayAnswer
    await route.continue()
  })
  await page.goto(routes.lostLink())
  const button = page.getByRole('button', { name: 'Mail mijn link', exact: true })
  await page.getByLabel('E-mailadres').fill('niemand@example.nl')
  await openLongEnough(page)
  await button.click()
  await expect(button.getByText('Even geduld…')).toBeVisible()
  await expect(button).toHaveAttribute('aria-busy', 'true')
  answer()
  await expect(page.getByText('We hebben je vraag gekregen.')).toBeVisible()
})

test('a form that stood open too long needs only a second press', async ({ page }) => {
  await openForm(page)
  await fillIn(page, { name: 'Voorbeeld Lang', email: `lang+${test.info().project.name}@example.nl` })
  await page.locator('input[name=form]').evaluate((field: HTMLInputElement) => {
    field.value = 'verlopen'
  })
  await send(page)
  await expect(page.getByText('Het formulier stond te lang open')).toBeVisible()
  await expect(page.locator('input[name=form]')).not.toHaveValue('verlopen')
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
})

test.describe('without a connection', () => {
  test.use({ expectedTrouble: /ERR_INTERNET_DISCONNECTED|Failed to load resource/ })

  test('nothing that was typed is lost, and pressing again once there is one signs up', async ({ page }) => {
    await openForm(page)
    await fillIn(page, { name: 'Voorbeeld Trein', email: `trein+${test.info().project.name}@example.nl` })
    await page.context().setOffline(true)
    await send(page)
    await expect(page.getByText('Er ging iets mis bij ons')).toBeVisible()
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Trein')
    await expect(page.getByRole('radio', { name: 'Nee' })).toBeChecked()
    await expectAccessible(page)
    await page.context().setOffline(false)
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
  })
})
