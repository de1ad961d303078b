import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { connect, type PrismaClient } from '@/lib/platform/db'
import { databaseUrl, keptLogin, organiser } from './e2e-site'

export { expect }

/** Playwright's own script tries the frame that shows a mail, which forbids every script: the browser says so. */
export const mailInFrame = /Blocked script execution in 'about:srcdoc'/

type Fixtures = {
  /** What a story expects the browser to complain about, such as a 404; anything else fails it. */
  expectedTrouble: RegExp | null
  /** The page of somebody who has logged in as organiser. */
  deskPage: Page
}

/** A test on the real site, in which the browser may not complain and may call nobody else. */
export const test = base.extend<Fixtures, { db: PrismaClient }>({
  expectedTrouble: [null, { option: true }],

  context: async ({ context, expectedTrouble, db }, use) => {
    // All stories come from one address, which may give twenty wrong passwords or codes; some do so on purpose.
    await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" LIKE 'login-ip:%' OR "key" LIKE 'code-ip:%'`
    const unexpected = await watch(context, expectedTrouble)
    await use(context)
    expect(unexpected, 'what the browser complained about').toEqual([])
  },

  deskPage: async ({ page }, use) => {
    await page.context().addCookies(await keptLogin())
    await use(page)
  },

  db: [
    async ({ browserName: _ }, use) => {
      const db = connect(await databaseUrl())
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

const loopback = ['localhost', '127.0.0.1', '[::1]']

async function watch(context: BrowserContext, expected: RegExp | null): Promise<string[]> {
  const unexpected: string[] = []
  const note = (text: string) => {
    if (!expected?.test(text)) unexpected.push(text)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (failure) => note(String(failure.error().stack)))
  await context.route(
    ({ hostname }) => !loopback.includes(hostname),
    (route) => {
      note(`asked for ${route.request().url()}`)
      return route.abort()
    },
  )
  return unexpected
}
