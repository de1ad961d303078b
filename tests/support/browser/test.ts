import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { createPrismaClient, type PrismaClient } from '@/lib/db/client'
import { databaseUrl, organiser, savedLoginCookies } from './global-setup'

export { expect }

/** Playwright injects a script into the frame with a mail, which forbids scripts. */
export const blockedScriptInMailFrame = /Blocked script execution in 'about:srcdoc'/

type Fixtures = {
  /** Expected browser errors, such as a 404. Other errors fail the test. */
  expectedBrowserErrors: RegExp | null
  /** A page with the login of the organiser. */
  adminPage: Page
}

/** A test against the site. Fails on unexpected browser errors and on requests to other hosts. */
export const test = base.extend<Fixtures, { db: PrismaClient }>({
  expectedBrowserErrors: [null, { option: true }],

  context: async ({ context, expectedBrowserErrors, db }, use) => {
    // All tests share one IP address and its limit of wrong passwords and codes.
    await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" LIKE 'login-ip:%' OR "key" LIKE 'code-ip:%'`
    const unexpected = collectBrowserErrors(context, expectedBrowserErrors)
    await use(context)
    expect(unexpected, 'browser errors').toEqual([])
  },

  adminPage: async ({ page }, use) => {
    await page.context().addCookies(await savedLoginCookies())
    await use(page)
  },

  db: [
    async ({ browserName: _ }, use) => {
      const db = createPrismaClient(await databaseUrl())
      await use(db)
      await db.$disconnect()
    },
    { scope: 'worker' },
  ],
})

/** Logs in through the form on the current page. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('E-mailadres').fill(organiser.email)
  await page.getByLabel('Wachtwoord').fill(organiser.password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('button', { name: 'Uitloggen', exact: true })).toBeVisible()
}

/** Logs out. Waits for the result, because navigating at once would abort the request. */
export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Uitloggen', exact: true }).click()
  await expect(page.getByText('Je bent uitgelogd.')).toBeVisible()
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** Collects unexpected console errors, exceptions and requests to other hosts, which `chromiumArgs` block. */
function collectBrowserErrors(context: BrowserContext, expected: RegExp | null): string[] {
  const unexpected: string[] = []
  const record = (text: string) => {
    if (!expected?.test(text)) unexpected.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') record(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (failure) => record(String(failure.error().stack)))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:$/.test(protocol) && !loopbackHosts.includes(hostname)) record(`requested ${request.url()}`)
  })
  return unexpected
}
