import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { createPrismaClient, type PrismaClient } from '@/lib/db/client'
import { databaseUrl, organiser, savedLoginCookies } from './global-setup'

export { expect }

/** Playwright's own script tries the frame that shows a mail, which forbids every script: the browser says so. */
export const blockedScriptInMailFrame = /Blocked script execution in 'about:srcdoc'/

type Fixtures = {
  /** What a story expects the browser to complain about, such as a 404; anything else fails it. */
  expectedBrowserErrors: RegExp | null
  /** The page of somebody who has logged in as organiser. */
  adminPage: Page
}

/** A test on the real site, in which the browser may not complain and may call nobody else. */
export const test = base.extend<Fixtures, { db: PrismaClient }>({
  expectedBrowserErrors: [null, { option: true }],

  context: async ({ context, expectedBrowserErrors, db }, use) => {
    // All stories come from one address, which may give twenty wrong passwords or codes; some do so on purpose.
    await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" LIKE 'login-ip:%' OR "key" LIKE 'code-ip:%'`
    const unexpected = collectBrowserErrors(context, expectedBrowserErrors)
    await use(context)
    expect(unexpected, 'what the browser complained about').toEqual([])
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

/** Fills in the log-in form that the page shows, and waits for the desk. */
export async function logIn(page: Page): Promise<void> {
  await page.getByLabel('E-mailadres').fill(organiser.email)
  await page.getByLabel('Wachtwoord').fill(organiser.password)
  await page.getByRole('button', { name: 'Inloggen' }).click()
  await expect(page.getByRole('button', { name: 'Uitloggen' })).toBeVisible()
}

/** Presses the button on any page of the desk, and waits until it is done: going elsewhere at once would leave it undone. */
export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Uitloggen' }).click()
  await expect(page.getByText('Je bent uitgelogd.')).toBeVisible()
}

const loopbackHosts = ['localhost', '127.0.0.1', '[::1]']

/** What the browser complains about, and whom elsewhere it asks for anything: `chromiumArgs` see to it that nothing gets there. */
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
    if (/^https?:$/.test(protocol) && !loopbackHosts.includes(hostname)) record(`asked for ${request.url()}`)
  })
  return unexpected
}
