import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createPrismaClient } from '@/lib/db/client'
import { routes } from '@/lib/platform/routes'
import { databaseUrl, organiser, withOwnSite } from '@/tests/support/browser/global-setup'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { expect, logOut, test } from '@/tests/support/browser/test'
import { totp } from '@/tests/support/fixtures/totp'
import { startOidcServer } from '@/tests/support/servers/oidc-server'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function submitPassword(page: Page) {
  await page.getByLabel('E-mailadres').fill(organiser.email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(organiser.password)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

test('mandatory two-factor authentication blocks all pages until it is set up', async ({ page }) => {
  test.slow()
  await withOwnSite(page, { REQUIRE_TWO_FACTOR: 'true' }, async (own) => {
    const open = (path: string) => page.goto(`${own.url}${path}`)
    let key = ''

    await test.step('every page redirects to the set-up', async () => {
      await open(routes.auditLog())
      await submitPassword(page)
      await expect(heading(page)).toHaveText('Inloggen in twee stappen')
      for (const path of [routes.admin(), routes.newSession(), routes.account(), routes.accountPassword()]) {
        await open(path)
        await expect(page).toHaveURL(`${own.url}${routes.twoFactor()}`)
        await expect(page.getByText('Stel dit eerst in.')).toBeVisible()
      }
      await page.getByRole('link', { name: 'Kennissessies' }).click()
      await expect(heading(page)).toHaveText('Inloggen in twee stappen')
      await expectGoodPage(page)
    })

    await test.step('the set-up gives access to the admin area', async () => {
      await page.getByLabel('Je wachtwoord').fill(organiser.password)
      await page.getByRole('button', { name: 'Begin met instellen' }).click()
      key = (await page.locator('code').textContent()) ?? ''
      await page.getByLabel('Code', { exact: true }).fill(totp(key, new Date()))
      await page.getByRole('button', { name: 'Zet twee stappen aan' }).click()
      await expectResult(page, 'Inloggen in twee stappen staat aan.')
      await expectGoodState(page)
      await page.getByRole('link', { name: 'Kennissessies' }).click()
      await expect(heading(page)).toHaveText('Kennissessies')
    })

    await test.step('it cannot be turned off, and the next login requires a code', async () => {
      await open(routes.twoFactor())
      await expect(page.getByRole('radio', { name: /uit/i })).toHaveCount(0)
      await logOut(page)
      await submitPassword(page)
      // The code that set it up has been used.
      await page.getByLabel('Code', { exact: true }).fill(totp(key, new Date(), 1))
      await page.getByRole('button', { name: 'Inloggen' }).click()
      await expect(heading(page)).toHaveText('Kennissessies')
    })
  })
})

test('Microsoft sign-in admits only organisers with access', async ({ page }) => {
  test.slow()
  const settings = { tenant: randomUUID(), clientId: randomUUID(), clientSecret: 'een geheim + met tekens & zo' }
  const oidc = await startOidcServer(settings)
  const env = {
    MICROSOFT_TENANT_ID: settings.tenant,
    MICROSOFT_CLIENT_ID: settings.clientId,
    MICROSOFT_CLIENT_SECRET: settings.clientSecret,
    MICROSOFT_AUTHORITY: oidc.url,
  }
  await withOwnSite(page, env, async (own) => {
    const db = createPrismaClient(await databaseUrl(own.dataDir))
    const logInAt = async (path: string) => {
      await page.goto(`${own.url}${path}`)
      await page.getByRole('button', { name: 'Inloggen met Microsoft' }).click()
    }
    const expectRefused = async () => {
      await expect(page.getByText('Inloggen met Microsoft lukte niet')).toBeVisible()
      await page.goto(`${own.url}${routes.admin()}`)
      await expect(heading(page)).toHaveText('Inloggen')
    }

    await test.step('refuses a person without an invitation', async () => {
      oidc.nextClaims = { oid: 'vreemde', email: 'vreemde@example.nl' }
      await logInAt(routes.login())
      await expect(page.getByText('Inloggen met Microsoft lukte niet')).toBeVisible()
      await expectGoodPage(page)
      await expectRefused()
      expect(await db.organiser.count()).toBe(1)
    })

    await test.step('redirects an organiser to the requested page', async () => {
      oidc.nextClaims = { oid: 'organisator', email: organiser.email.toUpperCase() }
      await logInAt(routes.auditLog())
      await expect(heading(page)).toHaveText('Logboek')
      await logOut(page)
    })

    await test.step('refuses an organiser whose access ended', async () => {
      const ended = { id: randomUUID(), name: 'Noor Voorbeeld', email: 'noor@example.nl' }
      const stamps = { acceptedAt: new Date(), endedAt: new Date() }
      await db.organiser.create({ data: { ...ended, ...stamps } })
      oidc.nextClaims = { oid: 'noor', email: ended.email }
      await logInAt(routes.login())
      await expectRefused()
      await db.organiser.update({ where: { id: ended.id }, data: { endedAt: null } })
      await logInAt(routes.login())
      await expect(heading(page)).toHaveText('Kennissessies')
      await db.organiser.update({ where: { id: ended.id }, data: { endedAt: new Date() } })
      await page.reload()
      await expect(heading(page)).toHaveText('Inloggen')
      await logInAt(routes.login())
      await expectRefused()
    })
    expect(oidc.problems).toEqual([])
    await db.$disconnect()
  })
  await oidc.close()
})
