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

test('somebody signs up, gets the mail, and the organiser sees it', async ({ page, browser }, { project }) => {
  test.slow()
  const name = `Voorbeeld d'Élan-Şahin ${project.name}`
  const email = `voorbeeld+${project.name}@example.nl`

  await test.step('from the first page to the form', async () => {
    await page.goto(routes.home())
    await upcomingSessionLink(page).click()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
    await expect(page).toHaveTitle(/^Aanmelden/)
    await expectGoodPage(page)
  })

  await test.step('sent with nothing but a name: says how to mend it, and keeps the name', async () => {
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

  await test.step('filled in', async () => {
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

  await test.step('the page after it says what happens next', async () => {
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
    await expect(page.getByRole('main')).toContainText(email)
    await expect(page.getByRole('main')).toContainText('Je vraag is op tijd.')
    await expectGoodPage(page)
  })

  await test.step('the mail gives everything back, with the session for the calendar', async () => {
    const mail = await waitForOnlyMail(email)
    for (const given of [
      name,
      "'s-Gravenhage",
      'beleidsadviseur',
      ...Object.values(answers).flatMap((text) => text.split('\n')),
    ])
      expect(mail.text).toContain(given)
    expect(mail.html).toContain('Er ligt een &lt;plan&gt; &amp; een raadsbesluit.')
    const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar')
    expect(calendar?.content.toString()).toContain('BEGIN:VEVENT')
  })

  await test.step('the organiser finds it, reads it and leaves', async () => {
    const desk = await (await browser.newContext()).newPage()
    await desk.goto(routes.admin())
    await expectGoodPage(desk)
    await logIn(desk)
    await expectGoodPage(desk)
    await desk
      .getByRole('link', { name: /inclusief gemeentebeleid/ })
      .first()
      .click()
    const row = desk.getByRole('row', { name })
    for (const cell of ["'s-Gravenhage", 'beleidsadviseur', 'op tijd', 'Ja, per telefoon'])
      await expect(row).toContainText(cell)
    await expectGoodPage(desk)
    await row.getByRole('link', { name }).click()
    await expect(desk.getByRole('heading', { level: 1 })).toContainText(name)
    for (const text of Object.values(answers)) await expect(desk.getByRole('main')).toContainText(text)
    await expectGoodPage(desk)
    await logOut(desk)
    await desk.goto(routes.admin())
    await expect(desk.getByLabel('Wachtwoord')).toBeVisible()
    await desk.context().close()
  })
})

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
