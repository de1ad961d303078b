import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectGoodPage, expectNoHorizontalScroll } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import {
  chooseMunicipality,
  submitRegistrationForm,
  upcomingSessionLink,
} from '@/tests/support/browser/registration-form'
import { expect, logIn, logOut, test } from '@/tests/support/browser/test'

const answers = {
  'Waar staat jouw gemeente nu met inclusief beleid?': 'We zijn net begonnen.\nEr ligt een <plan> & een raadsbesluit.',
  'Welke vraag wil je in de kennissessie behandeld zien?': 'Hoe houd je alle factoren tegelijk in beeld?',
  'Wat heb je al geprobeerd, en wat maakt het lastig?': 'Een werkgroep; niemand heeft er tijd voor.',
}

test('a visitor registers, gets a confirmation and appears in the admin area', async ({ page, browser }, {
  project,
}) => {
  test.slow()
  const name = `Voorbeeld d'Élan-Şahin ${project.name}`
  const email = `voorbeeld+${project.name}@example.nl`

  await test.step('opens the form from the home page', async () => {
    await page.goto(routes.home())
    await upcomingSessionLink(page).click()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
    await expect(page).toHaveTitle(/^Aanmelden/)
    await expectGoodPage(page)
  })

  await test.step('rejects a form with only a name and keeps that name', async () => {
    await page.getByLabel('Naam', { exact: true }).fill(name)
    await submitRegistrationForm(page)
    await expect(page).toHaveTitle(/^Fout: /)
    const summary = page.getByRole('region', { name: /^Er ging iets mis met \d velden$/ })
    await expect(summary.getByRole('link')).toHaveCount(7)
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name)
    if (project.use.javaScriptEnabled !== false) await expect(summary).toBeFocused()
    for (const link of await summary.getByRole('link').all()) {
      const control = page.locator((await link.getAttribute('href')) ?? '')
      const isRadio = (await control.getAttribute('type')) === 'radio'
      const field = isRadio ? page.getByRole('radiogroup').filter({ has: control }) : control
      await expect(field).toHaveAccessibleDescription(new RegExp(escapeRegExp((await link.textContent()) ?? '')))
    }
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
  })

  await test.step('submits the completed form', async () => {
    await page.getByLabel('E-mailadres').fill(email)
    await chooseMunicipality(page, 'den haag')
    await page.getByLabel('Functie').fill('beleidsadviseur')
    for (const [question, answer] of Object.entries(answers)) await page.getByLabel(question).fill(answer)
    await page.getByRole('radio', { name: 'Ja, per telefoon' }).check()
    await page.getByLabel('Telefoonnummer').fill('06 12345678')
    await page.getByLabel('Wat heb je nodig om goed mee te doen?').fill('Een schrijftolk')
    await expectAccessible(page)
    await submitRegistrationForm(page)
  })

  await test.step('shows the confirmation page', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
    await expect(page.getByRole('main')).toContainText(email)
    await expect(page.getByRole('main')).toContainText('Je vraag is op tijd.')
    await expectGoodPage(page)
  })

  await test.step('mails a calendar event, and no answer that a stranger may have typed', async () => {
    const mail = await waitForOnlyMail(email)
    expect(mail.text).toContain(`Dag ${name},`)
    for (const answer of Object.values(answers)) expect(mail.text).not.toContain(answer.split('\n')[0])
    const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
    expect(calendar?.content.toString()).toContain('BEGIN:VEVENT')
  })

  await test.step('shows the registration to an organiser', async () => {
    const adminPage = await (await browser.newContext()).newPage()
    await adminPage.goto(routes.admin())
    await expectGoodPage(adminPage)
    await logIn(adminPage)
    await expectGoodPage(adminPage)
    await adminPage
      .getByRole('link', { name: /inclusief gemeentebeleid/ })
      .first()
      .click()
    const row = adminPage.getByRole('row', { name })
    for (const cell of ["'s-Gravenhage", 'beleidsadviseur', 'op tijd', 'Ja, per telefoon'])
      await expect(row).toContainText(cell)
    await expectGoodPage(adminPage)
    await row.getByRole('link', { name }).click()
    await expect(adminPage.getByRole('heading', { level: 1 })).toContainText(name)
    for (const text of Object.values(answers)) await expect(adminPage.getByRole('main')).toContainText(text)
    await expectGoodPage(adminPage)
    await logOut(adminPage)
    await adminPage.goto(routes.admin())
    await expect(adminPage.getByLabel('Wachtwoord')).toBeVisible()
    await adminPage.context().close()
  })
})

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
