import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import {
  emailFor,
  mainHeading,
  registerThroughForm,
  selfServiceLinkIn,
  waitForMailText,
} from '@/tests/support/browser/self-service'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

test('a participant transfers the seat to a colleague', async ({ page, adminPage, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [transferor, colleague] = [emailFor('gever'), emailFor('collega')]
  const ownUrl = await registerThroughForm(page, session.slug, transferor)
  const name = page.getByLabel('Naam van je collega')
  const email = page.getByLabel('E-mailadres van je collega')
  const button = page.getByRole('button', { name: /^(Verder|Verander dit en kijk opnieuw)$/ })
  const confirmButton = page.getByRole('button', { name: 'Ja, geef mijn plek door' })

  await test.step('explains what the colleague gets', async () => {
    await page.goto(ownUrl)
    await page.getByRole('link', { name: 'Geef je plek door' }).click()
    await expect(page.getByText('Daarin staat dat Voorbeeld Eigen de plek doorgaf.')).toBeVisible()
    await expect(page.getByText('Je antwoorden gaan mee')).toBeVisible()
    await expect(page.getByLabel('Functie van je collega')).toHaveValue('')
    await expect(page.getByText('Waarom vragen we dit?')).toHaveCount(3)
    await page.getByText('Waarom vragen we dit?').first().click()
    await expect(page.getByText('hoe ze je collega aanspreken')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('rejects missing and invalid fields', async () => {
    await email.fill('geen adres')
    await button.click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(name).toHaveAccessibleDescription(/Vul de naam van je collega in/)
    await expect(email).toHaveAccessibleDescription(/Kijk het e-mailadres van je collega na/)
    await expect(email).toHaveValue('geen adres')
    await expectGoodState(page)
  })

  await test.step('refuses the own e-mail address', async () => {
    await name.fill('Kim Voorbeeld')
    await email.fill(transferor)
    await page.getByLabel('Functie van je collega').fill('beleidsadviseur')
    await button.click()
    await confirmButton.click()
    await expectResult(page, 'Dit is je eigen e-mailadres.')
    await expect(name).toHaveValue('Kim Voorbeeld')
    await expectGoodState(page)
  })

  await test.step('previews the colleague, again after a change of the address', async () => {
    await email.fill('verkeerd@example.nl')
    await button.click()
    const preview = page.getByRole('region', { name: 'Klopt dit van je collega?' })
    await expect(preview).toContainText('verkeerd@example.nl')
    await expectGoodState(page)
    await email.fill(colleague)
    await confirmButton.click()
    await expect(preview).toContainText('Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.')
    await expect(preview).toContainText(colleague)
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(1)
    await expectGoodState(page)
  })

  await test.step('transfers the seat and invalidates the personal link', async () => {
    await confirmButton.click()
    await expect(mainHeading(page)).toHaveText('Je plek is doorgegeven')
    await expectGoodPage(page)
    await page.goto(ownUrl)
    await expect(mainHeading(page)).toHaveText('Deze link werkt niet (meer)')
    expect(await waitForMailText(transferor, 'Je plek is doorgegeven')).toContain('Jij bent nu afgemeld.')
  })

  await test.step('mails the colleague a link to a registration with the answers', async () => {
    const mail = await waitForMailText(colleague, 'Je kreeg een plek')
    expect(mail).toContain('Voorbeeld Eigen gaf de plek bij deze kennissessie aan jou door.')
    await page.goto(selfServiceLinkIn(mail))
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    for (const text of ['Kim Voorbeeld', colleague, 'Voorbeeld 2']) {
      await expect(page.getByText(text, { exact: true })).toBeVisible()
    }
  })

  await test.step('links both registrations in the admin area', async () => {
    const { id } = await db.registration.findFirstOrThrow({ where: { normalizedEmail: transferor } })
    await adminPage.goto(routes.registration(session.id, id))
    await expect(adminPage.getByText('doorgegeven aan een collega, door deze persoon zelf')).toBeVisible()
    await expect(adminPage.getByText('De antwoorden gingen mee naar Kim Voorbeeld.')).toBeVisible()
    await expect(adminPage.getByText('Vraag:')).toHaveCount(0)
    await expectGoodPage(adminPage)
    await adminPage.getByRole('link', { name: 'Kim Voorbeeld' }).first().click()
    await expect(mainHeading(adminPage)).toContainText('Kim Voorbeeld')
    await expect(adminPage.getByRole('link', { name: 'Voorbeeld Eigen' })).toBeVisible()
  })
})

test('a transfer to a registered colleague looks the same to the transferor', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [transferor, colleague] = [emailFor('gever-twee'), emailFor('collega-twee')]
  await registerThroughForm(page, session.slug, colleague)
  const ownUrl = await registerThroughForm(page, session.slug, transferor)
  await page.goto(`${ownUrl}/doorgeven`)
  await page.getByLabel('Naam van je collega').fill('Kim Voorbeeld')
  await page.getByLabel('E-mailadres van je collega').fill(colleague)
  await page.getByLabel('Functie van je collega').fill('beleidsadviseur')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Ja, geef mijn plek door' }).click()
  await expect(mainHeading(page)).toHaveText('Je plek is doorgegeven')
  const mail = await waitForMailText(colleague, 'Je was al aangemeld')
  expect(mail).toContain('je antwoorden van toen gelden')
  expect(mail).toContain('Voorbeeld Eigen wilde een plek aan jou doorgeven')
  await page.goto(`${ownUrl}/doorgeven`)
  await expect(mainHeading(page)).toHaveText('Deze link werkt niet (meer)')
})

test('explains why a cancelled registration cannot be transferred', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const ownUrl = await registerThroughForm(page, session.slug, emailFor('te-laat'))
  await page.goto(`${ownUrl}/afmelden`)
  await page.getByRole('button', { name: 'Ja, meld me af' }).click()
  await expect(page.getByText('Je bent afgemeld.')).toBeVisible()
  await page.goto(`${ownUrl}/doorgeven`)
  await expect(page.getByText('Je hebt dus geen plek meer om door te geven.')).toBeVisible()
  await expectGoodPage(page)
})
