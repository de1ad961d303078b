import { expect, type Page, test } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { minimumFillSeconds } from './global-setup'

/** The link to the seeded upcoming session. */
export const upcomingSessionLink = (page: Page) =>
  page.getByRole('region', { name: 'Komende kennissessies' }).getByRole('link', { name: /inclusief gemeentebeleid/ })

/** Opens the registration form of the seeded upcoming session, from the home page. */
export async function openRegistrationForm(page: Page): Promise<void> {
  await page.goto(routes.home())
  await upcomingSessionLink(page).click()
  await page.getByRole('link', { name: 'Meld je aan' }).first().click()
  await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible()
  // Without styles, fields are visible that should be hidden.
  await page.waitForLoadState('load')
}

/** Fills in all required fields. */
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

/** Submits the form after the minimum fill time. With JavaScript the page waits by itself. */
export async function submitRegistrationForm(page: Page): Promise<void> {
  await waitMinimumFillTime(page)
  await page.getByRole('button', { name: 'Meld je aan' }).click()
}

/** Without JavaScript, waits until the server does not consider the form automated. */
export async function waitMinimumFillTime(page: Page): Promise<void> {
  if (!hasJavaScript())
    await expect
      .poll(() => millisecondsSinceLoad(page), { intervals: [100] })
      .toBeGreaterThan(minimumFillSeconds * 1_000)
}

const millisecondsSinceLoad = (page: Page) =>
  page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    return performance.now() - (navigation?.responseEnd || Number.POSITIVE_INFINITY)
  })

/** Selects Den Haag: in the combobox by searching `typed`, or in the select without JavaScript. */
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

/** True if the browser of the current test runs JavaScript. */
export const hasJavaScript = () => test.info().project.use.javaScriptEnabled !== false

const questionFields = (page: Page) => page.getByRole('group', { name: 'Jouw vragen' }).getByRole('textbox')
