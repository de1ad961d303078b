import type { Browser, Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { mailsTo, waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { expect, logOut, test } from '@/tests/support/browser/test'
import { totp } from '@/tests/support/fixtures/totp'

const password = 'nog vier stoelen aan tafel'
const secondPassword = 'vijf stoelen aan een ronde tafel'
/** The stories run in three kinds of browser on one site. */
const emailFor = (who: string) => `${who}-${test.info().project.name}@example.nl`
const linkIn = (text = '', place: string) => text.match(new RegExp(`http\\S+/beheer/${place}/\\S+`))?.[0] ?? ''

async function openOtherBrowser(browser: Browser): Promise<Page> {
  return await (await browser.newContext()).newPage()
}

async function inviteOrganiser(page: Page, { name, email, role }: { name: string; email: string; role: RegExp }) {
  await page.goto(routes.organisers())
  await page.getByRole('link', { name: 'Nodig iemand uit' }).click()
  await page.getByLabel('Naam van je collega').fill(name)
  await page.getByLabel('E-mailadres van je collega').fill(email)
  await page.getByRole('radio', { name: role }).check()
  await page.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
  await expectResult(page, 'De uitnodiging is onderweg.')
}

async function acceptInvitation(page: Page, email: string) {
  await page.goto(linkIn((await waitForOnlyMail(email)).text, 'uitnodiging'))
  await page.getByLabel('Wachtwoord', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Account maken' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kennissessies')
}

async function submitPassword(page: Page, email: string, typed = password) {
  await page.getByLabel('E-mailadres').fill(email)
  await page.getByLabel('Wachtwoord', { exact: true }).fill(typed)
  await page.getByRole('button', { name: 'Inloggen', exact: true }).click()
}

async function submitCode(page: Page, code: string) {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Inloggen' }).click()
}

test('an admin invites a colleague, who logs in with two-factor authentication, and revokes the access', async ({
  adminPage,
  browser,
}) => {
  test.slow()
  const email = emailFor('noor')
  const name = `Noor "O'Brien" <Voorbeeld>`
  const colleague = await openOtherBrowser(browser)
  let key = ''
  let codes: string[] = []

  await test.step('rejects an invalid invitation at the fields', async () => {
    await adminPage.goto(routes.inviteOrganiser())
    await expectGoodPage(adminPage)
    await adminPage.getByLabel('Naam van je collega').fill(name)
    await adminPage.getByRole('button', { name: 'Stuur de uitnodiging' }).click()
    await expect(adminPage).toHaveTitle(/^Fout: /)
    await expect(adminPage.getByLabel('Naam van je collega')).toHaveValue(name)
    await expectAccessible(adminPage)
    await inviteOrganiser(adminPage, { name, email, role: /^Beheerder/ })
    await expectGoodPage(adminPage)
    await expect(adminPage.getByRole('row', { name: email })).toContainText('Uitgenodigd')
  })

  await test.step('the colleague creates an account with the mailed link, which works once', async () => {
    const link = linkIn((await waitForOnlyMail(email)).text, 'uitnodiging')
    await colleague.goto(link)
    await expect(colleague.getByLabel('Naam')).toHaveValue(name)
    await expectGoodPage(colleague)
    await colleague.getByLabel('Wachtwoord', { exact: true }).fill('te kort')
    await colleague.getByRole('button', { name: 'Account maken' }).click()
    await expect(colleague.getByLabel('Wachtwoord', { exact: true })).toHaveAccessibleDescription(/minstens 12 tekens/)
    await acceptInvitation(colleague, email)
    await colleague.goto(link)
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)')
    await expectGoodPage(colleague)
  })

  await test.step('the colleague sets up two-factor authentication', async () => {
    await colleague.goto(routes.account())
    await expectGoodPage(colleague)
    await colleague.getByRole('link', { name: 'Zet twee stappen aan' }).click()
    await expectGoodPage(colleague)
    await colleague.getByLabel('Je wachtwoord').fill(password)
    await colleague.getByRole('button', { name: 'Begin met instellen' }).click()
    await expect(colleague.getByRole('img', { name: /QR-code/ })).toBeVisible()
    await expectGoodState(colleague)
    key = (await colleague.locator('code').textContent()) ?? ''
    await colleague.getByLabel('Code', { exact: true }).fill('000000')
    await colleague.getByRole('button', { name: 'Zet twee stappen aan' }).click()
    await expect(colleague).toHaveTitle(/^Fout: /)
    // There are no recovery codes yet, so none are spoken of.
    await expect(colleague.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/die je app nu laat zien/)
    await expect(colleague.getByRole('main')).not.toContainText('herstelcode')
    await expect(colleague.locator('code')).toHaveText(key)
    await expectAccessible(colleague)
    await colleague.getByLabel('Code', { exact: true }).fill(totp(key, new Date()))
    await colleague.getByRole('button', { name: 'Zet twee stappen aan' }).click()
    await expectResult(colleague, 'Inloggen in twee stappen staat aan.')
    codes = await colleague.locator('code').allTextContents()
    expect(codes).toHaveLength(10)
    await expect(colleague.getByRole('link', { name: 'Download als bestand' })).toHaveAttribute('download', /\.txt$/)
    await expectGoodState(colleague)
  })

  await test.step('the colleague logs in with password and code', async () => {
    await logOut(colleague)
    await submitPassword(colleague, email)
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Geef de code uit je app')
    await expectGoodPage(colleague)
    await submitCode(colleague, '000000')
    await expect(colleague.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/Deze code klopt niet/)
    await expectAccessible(colleague)
    await submitCode(colleague, totp(key, new Date()))
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Kennissessies')
  })

  await test.step('the admin revokes the access, which refuses the next request of the colleague', async () => {
    await adminPage.goto(routes.organisers())
    await adminPage.getByRole('row', { name: email }).getByRole('link').click()
    await expectGoodPage(adminPage)
    await adminPage.getByRole('button', { name: `Beëindig de toegang van ${name}` }).click()
    await expectResult(adminPage, 'De toegang is beëindigd.')
    await expectGoodPage(adminPage)
    await colleague.getByRole('link', { name: 'Logboek' }).click()
    await expect(colleague.getByRole('heading', { level: 1 })).toHaveText('Inloggen')
    await submitPassword(colleague, email)
    await expect(colleague.getByLabel('E-mailadres')).toHaveAccessibleDescription(/horen niet bij elkaar/)
  })

  await test.step('after access is restored a recovery code works once', async () => {
    await adminPage.getByRole('button', { name: `Geef ${name} weer toegang` }).click()
    await expectResult(adminPage, 'Deze persoon kan weer inloggen.')
    for (const isFirst of [true, false]) {
      await colleague.goto(routes.login())
      await submitPassword(colleague, email)
      await submitCode(colleague, codes[0] ?? '')
      if (!isFirst)
        await expect(colleague.getByLabel('Code', { exact: true })).toHaveAccessibleDescription(/Deze code klopt niet/)
      else await logOut(colleague)
    }
  })

  await test.step('the audit log lists all of it', async () => {
    await adminPage.goto(routes.auditLog({ category: 'organiser' }))
    await expect(adminPage.getByRole('row').filter({ hasText: 'Toegang beëindigd' }).first()).toContainText(name)
    await expectGoodPage(adminPage)
  })
  await colleague.context().close()
})

test('a staff member changes name and password and resets a forgotten password', async ({ adminPage, browser }) => {
  test.slow()
  const email = emailFor('sam')
  await inviteOrganiser(adminPage, { name: 'Sam Voorbeeld', email, role: /^Medewerker/ })
  const page = await openOtherBrowser(browser)
  await acceptInvitation(page, email)

  await test.step('explains that managing organisers requires the admin role', async () => {
    await expect(page.getByRole('link', { name: 'Organisatoren' })).toHaveCount(0)
    await page.goto(routes.organisers())
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dit kan alleen een beheerder')
    await expectGoodPage(page)
  })

  await test.step('changes name and password', async () => {
    await page.goto(routes.accountName())
    await expectGoodPage(page)
    await page.getByLabel('Naam').fill('Sam Anders')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expectResult(page, 'Je naam is veranderd.')
    await expect(page.getByRole('link', { name: /Sam Anders/ })).toBeVisible()
    await page.goto(routes.accountPassword())
    await expectGoodPage(page)
    await page.getByLabel('Wachtwoord van nu').fill('niet dit wachtwoord')
    await page.getByLabel('Nieuw wachtwoord').fill(secondPassword)
    await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click()
    await expect(page.getByLabel('Wachtwoord van nu')).toHaveAccessibleDescription(/niet je wachtwoord van nu/)
    await page.getByLabel('Wachtwoord van nu').fill(password)
    await page.getByLabel('Nieuw wachtwoord').fill(secondPassword)
    await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click()
    await expectResult(page, 'Je wachtwoord is veranderd.')
    await logOut(page)
  })

  await test.step('resets a forgotten password', async () => {
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click()
    await expectGoodPage(page)
    await page.getByLabel('E-mailadres').fill(email)
    await page.getByRole('button', { name: 'Stuur me een link' }).click()
    await expectResult(page, 'Kijk in je mail.')
    await expectGoodState(page)
    // Among other mail: who may log in also hears of question deadlines, those of other stories too.
    const link = async () =>
      (await mailsTo(email)).map(({ text }) => linkIn(text, 'wachtwoord')).findLast((found) => found) ?? ''
    await expect.poll(link).not.toBe('')
    await page.goto(await link())
    await expectGoodPage(page)
    await page.getByLabel('Nieuw wachtwoord').fill(password)
    await page.getByRole('button', { name: 'Bewaar het wachtwoord' }).click()
    await expectResult(page, 'Je nieuwe wachtwoord is bewaard.')
    await expectGoodPage(page)
    await submitPassword(page, email)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kennissessies')
  })
  await page.context().close()
})
