import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import { selfServiceLinkIn } from '@/tests/support/browser/self-service'
import { fillSessionTimes } from '@/tests/support/browser/session-form'
import { expect, test } from '@/tests/support/browser/test'

const clickButton = (page: Page, name: string) => page.getByRole('button', { name }).click()
const clickLink = (page: Page, name: string) => page.getByRole('link', { name }).click()

async function addQuestion(page: Page, label: string, kind: RegExp, options?: string): Promise<void> {
  await clickLink(page, 'Nieuwe vraag')
  await expect(page.getByLabel('Vraag', { exact: true })).toHaveValue('')
  await page.getByLabel('Vraag', { exact: true }).fill(label)
  await page.getByRole('radio', { name: kind }).check()
  if (options) await page.getByLabel('Keuzes', { exact: true }).fill(options)
  await clickButton(page, 'Bewaren')
}

test('an organiser creates and publishes a session, and a visitor registers for it', async ({ adminPage: page }) => {
  test.slow()
  const title = `Voorbeeld ${randomUUID().slice(0, 8)}`

  await test.step('rejects missing and impossible input at the fields and keeps the rest', async () => {
    await page.goto(routes.admin())
    await clickLink(page, 'Nieuwe kennissessie')
    await expectGoodPage(page)
    await page.getByLabel('Titel').fill(title)
    await page.getByRole('textbox', { name: 'Tekst' }).fill('## Waarom?\n\n![](/beelden/diversiteitsvlechtwerk.svg)')
    await fillSessionTimes(page, { endTime: '14:00' })
    await clickButton(page, 'Maak de kennissessie')
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Samenvatting')).toHaveAccessibleDescription(/Vat in een of twee zinnen samen/)
    await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveAccessibleDescription(
      /wat er op de afbeelding te zien/,
    )
    await expect(page.getByLabel('Eindtijd')).toHaveAccessibleDescription(/na de begintijd/)
    await expect(page.getByLabel('Titel')).toHaveValue(title)
    await expectGoodState(page)
  })

  await test.step('creates the session without publishing it', async () => {
    await page.getByLabel('Samenvatting').fill('In het kort.')
    await page
      .getByRole('textbox', { name: 'Tekst' })
      .fill('## Waarom?\n\n![Twaalf stroken](/beelden/diversiteitsvlechtwerk.svg "Het vlechtwerk")')
    await page.getByLabel('Voor wie?').fill('Voor iedereen.')
    await page.getByLabel('Georganiseerd door').fill('Voorbeeld')
    await page.getByLabel('Naam van het contact').fill('Sam Voorbeeld')
    await page.getByLabel('E-mailadres van het contact').fill('sam@example.nl')
    await page.getByLabel('Eindtijd').fill('16:30')
    await clickButton(page, 'Maak de kennissessie')
    await expect(page.getByText('De kennissessie is gemaakt.')).toBeVisible()
    await expect(page.getByText('Nog niet gepubliceerd')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('adds a question of each kind and changes their order', async () => {
    await clickLink(page, 'Maak de vragen')
    await expectGoodPage(page)
    await addQuestion(page, 'Wat wil je weten?', /eigen woorden/)
    await addQuestion(page, 'Hoe ver ben je?', /Eén keuze/, 'Aan het begin')
    await expect(page.getByLabel('Keuzes', { exact: true })).toHaveAccessibleDescription(/minstens twee keuzes/)
    await expectGoodState(page)
    await page.getByLabel('Keuzes', { exact: true }).fill('Aan het begin\nHalverwege')
    await clickButton(page, 'Bewaren')
    await addQuestion(page, 'Met wie werk je samen?', /Een of meer/, 'Scholen\nZorg, en welzijn\nInwoners')
    await clickButton(page, 'Naar boven “Hoe ver ben je?”')
    await expect(page.getByText('De vraag staat nu op plaats 1.')).toBeVisible()
    const asked = page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /beantwoord/ })
    await expect(asked).toHaveText([/^Hoe ver ben je/, /^Wat wil je weten/, /^Met wie werk je samen/])
    await expectGoodState(page)
    await page.reload()
    await expectGoodPage(page)
  })

  await test.step('previews page and form and accepts no registration', async () => {
    await clickLink(page, 'Bewerken')
    await clickLink(page, 'Bekijk het voorbeeld')
    await expect(page.getByText('Dit is een voorbeeld.')).toBeVisible()
    await expect(page.getByRole('img', { name: 'Twaalf stroken' })).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
    await expect(page.getByRole('radio', { name: 'Halverwege' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Meld je aan' })).toHaveCount(0)
    await expectGoodPage(page)
    await clickLink(page, 'Terug naar bewerken')
  })

  await test.step('publishes the session', async () => {
    await clickButton(page, 'Publiceren')
    await expectResult(page, 'De kennissessie staat op de site.')
    await expect(page.getByText('De kennissessie is gemaakt.')).toHaveCount(0)
    await expectGoodPage(page)
    await clickLink(page, 'bekijk de pagina')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
  })

  const email = `${randomUUID()}@example.nl`
  await test.step('rejects a form without a choice, then accepts it', async () => {
    await expectGoodPage(page)
    await fillRegistrationForm(page, { name: 'Voorbeeld Mens', email })
    await page.getByLabel('Scholen').check()
    await submitRegistrationForm(page)
    await expect(page).toHaveTitle(/^Fout: /)
    const messages = page.getByRole('region', { name: /^Er ging iets mis/ }).getByRole('link')
    await expect(messages).toHaveText(['Kies één antwoord op “Hoe ver ben je?”'])
    await expect(page.getByRole('radiogroup', { name: 'Hoe ver ben je?' })).toHaveAccessibleDescription(
      /Kies één antwoord/,
    )
    await expect(page.getByLabel('Scholen')).toBeChecked()
    await expectGoodState(page)
    await page.getByLabel('Halverwege').check()
    await page.getByLabel('Inwoners').check()
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  })

  await test.step('the page of the personal link and the admin area show the answers', async () => {
    const { text } = await waitForOnlyMail(email)
    await page.goto(selfServiceLinkIn(text ?? ''))
    await expect(page.getByText('Halverwege')).toBeVisible()
    await expect(page.getByText('Scholen Inwoners')).toBeVisible()
    await page.goto(routes.admin())
    await clickLink(page, title)
    await clickLink(page, 'Voorbeeld Mens')
    await expect(page.getByText('Scholen Inwoners')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('an answered question can be retired but not deleted, and the session stays published', async () => {
    await clickLink(page, title)
    await clickLink(page, 'Bewerken')
    await expect(page.getByRole('button', { name: 'Van de site halen' })).toHaveCount(0)
    await clickLink(page, 'Bewerk de 3 vragen')
    await clickButton(page, 'Niet meer stellen “Hoe ver ben je?”')
    await expect(page.getByText('Je stelt de vraag niet meer.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Vragen die je niet meer stelt' })).toContainText('1 keer')
    await expect(page.getByRole('button', { name: 'Verwijderen' })).toHaveCount(0)
    await expectGoodState(page)
    await clickLink(page, 'Met wie werk je samen?')
    await expect(page.getByText('Dat blijft zo: de vraag is al één keer beantwoord.')).toBeVisible()
    await expectGoodPage(page)
  })
})
