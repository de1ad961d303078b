import { expect, type Page, test } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { minimumFillSeconds } from './global-setup'

/** The kennissessie that is to come. Stories may put others beside it. */
export const upcomingSessionLink = (page: Page) =>
  page.getByRole('region', { name: 'Komende kennissessies' }).getByRole('link', { name: /inclusief gemeentebeleid/ })

/** Opens the sign-up form of the kennissessie that is to come, by the way a visitor goes. */
export async function openRegistrationForm(page: Page): Promise<void> {
  await page.goto(routes.home())
  await upcomingSessionLink(page).click()
  await page.getByRole('link', { name: 'Meld je aan' }).first().click()
  await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible()
  // Without its style it shows fields that it hides until they are needed.
  await page.waitForLoadState('load')
}

/** Everything that is asked, with sample answers. */
export async function fillRegistrationForm(
  page: Page,
  { name, email }: { name: string; email: string },
): Promise<void> {
  await page.getByLabel('Naam', { exact: true }).fill(name)
  await page.getByLabel('E-mailadres').fill(email)
  await chooseMunicipality(page, 'den haag')
  await page.getByLabel('Functie').fill('beleidsadviseur')
  for (const [index, question] of (await questionFields(page).all()).entries())
    await question.fill(`Voorbeeld ${index + 1}`)
  await page.getByRole('radio', { name: 'Nee' }).check()
}

/** Sends it no sooner than a person would: a script of ours sees to that by itself, without one the form comes back. */
export async function submitRegistrationForm(page: Page): Promise<void> {
  await waitMinimumFillTime(page)
  await page.getByRole('button', { name: 'Meld je aan' }).click()
}

/** Waits until a form that is sent without a script is not taken for one that a program filled in. */
export async function waitMinimumFillTime(page: Page): Promise<void> {
  if (!hasJavaScript())
    await expect
      .poll(() => millisecondsSinceLoad(page), { intervals: [100] })
      .toBeGreaterThan(minimumFillSeconds * 1_000)
}

/** How many milliseconds ago the page had come in whole. */
const millisecondsSinceLoad = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return performance.now() - (navigation?.responseEnd || Number.POSITIVE_INFINITY)
  })

/** A list of all gemeenten without a script; with one a field that finds them. */
export async function chooseMunicipality(page: Page, typed: string): Promise<void> {
  const field = page.getByLabel('Gemeente', { exact: true })
  if (!hasJavaScript()) {
    await field.selectOption({ label: "Den Haag ('s-Gravenhage)" })
    return
  }
  await expect(field).toHaveAttribute('role', 'combobox')
  await field.fill(typed)
  await page.getByRole('option').first().click()
  await expect(field).toHaveValue("Den Haag ('s-Gravenhage)")
}

/** Whether the browser of this story runs scripts. */
export const hasJavaScript = () => test.info().project.use.javaScriptEnabled !== false

const questionFields = (page: Page) => page.getByRole('group', { name: 'Jouw vragen' }).getByRole('textbox')
