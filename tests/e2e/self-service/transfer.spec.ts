import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { registerThroughForm, selfServiceLinkIn, waitForMailText } from '@/tests/support/browser/self-service'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const emailFor = (who: string) => `${who}+${test.info().project.name}@example.nl`

test('somebody hands their place to a colleague, who has it from then on', async ({ page, adminPage, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [giver, colleague] = [emailFor('gever'), emailFor('collega')]
  const own = await registerThroughForm(page, session.slug, giver)
  const name = page.getByLabel('Naam van je collega')
  const email = page.getByLabel('E-mailadres van je collega')
  const button = page.getByRole('button', { name: /^(Verder|Verander dit en kijk opnieuw)$/ })
  const doIt = page.getByRole('button', { name: 'Ja, geef mijn plek door' })

  await test.step('the page says beforehand what the colleague hears, and what goes along', async () => {
    await page.goto(own)
    await page.getByRole('link', { name: 'Geef je plek door' }).click()
    await expect(page.getByText('Daarin staat dat Voorbeeld Eigen de plek doorgaf.')).toBeVisible()
    await expect(page.getByText('Je antwoorden gaan mee')).toBeVisible()
    await expect(page.getByLabel('Functie van je collega')).toHaveValue('')
    await expect(page.getByText('Waarom vragen we dit?')).toHaveCount(3)
    await page.getByText('Waarom vragen we dit?').first().click()
    await expect(page.getByText('hoe ze je collega aanspreken')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('what is missing is told at the field', async () => {
    await email.fill('geen adres')
    await button.click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(name).toHaveAccessibleDescription(/Vul de naam van je collega in/)
    await expect(email).toHaveAccessibleDescription(/Kijk het e-mailadres van je collega na/)
    await expect(email).toHaveValue('geen adres')
    await expectGoodState(page)
  })

  await test.step('one’s own address is no colleague', async () => {
    await name.fill('Kim Voorbeeld')
    await email.fill(giver)
    await page.getByLabel('Functie van je collega').fill('beleidsadviseur')
    await button.click()
    await doIt.click()
    await expectResult(page, 'Dit is je eigen e-mailadres.')
    await expect(name).toHaveValue('Kim Voorbeeld')
    await expectGoodState(page)
  })

  await test.step('who gets it is shown first, and what was changed after that once more', async () => {
    await email.fill('verkeerd@example.nl')
    await button.click()
    const look = page.getByRole('region', { name: 'Klopt dit van je collega?' })
    await expect(look).toContainText('verkeerd@example.nl')
    await expectGoodState(page)
    await email.fill(colleague)
    await doIt.click()
    await expect(look).toContainText('Je hebt het e-mailadres veranderd. Er is nog niets doorgegeven.')
    await expect(look).toContainText(colleague)
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(1)
    await expectGoodState(page)
  })

  await test.step('then it is handed over, and the link is dead', async () => {
    await doIt.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je plek is doorgegeven')
    await expectGoodPage(page)
    await page.goto(own)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)')
    expect(await waitForMailText(giver, 'Je plek is doorgegeven')).toContain('Jij bent nu afgemeld.')
  })

  await test.step('the colleague hears who gave it, and has a sign-up of their own with the answers', async () => {
    const mail = await waitForMailText(colleague, 'Je kreeg een plek')
    expect(mail).toContain('Voorbeeld Eigen gaf de plek bij deze kennissessie aan jou door.')
    await page.goto(selfServiceLinkIn(mail))
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    for (const text of ['Kim Voorbeeld', colleague, 'Voorbeeld 2']) {
      await expect(page.getByText(text, { exact: true })).toBeVisible()
    }
  })

  await test.step('the organiser sees both, and how they hang together', async () => {
    const { id } = await db.registration.findFirstOrThrow({ where: { normalizedEmail: giver } })
    await adminPage.goto(routes.registration(session.id, id))
    await expect(adminPage.getByText('doorgegeven aan een collega, door deze persoon zelf')).toBeVisible()
    await expect(adminPage.getByText('De antwoorden gingen mee naar Kim Voorbeeld.')).toBeVisible()
    await expect(adminPage.getByText('Vraag:')).toHaveCount(0)
    await expectGoodPage(adminPage)
    await adminPage.getByRole('link', { name: 'Kim Voorbeeld' }).first().click()
    await expect(adminPage.getByRole('heading', { level: 1 })).toContainText('Kim Voorbeeld')
    await expect(adminPage.getByRole('link', { name: 'Voorbeeld Eigen' })).toBeVisible()
  })
})

test('for a colleague who is signed up already the giver sees the same', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [giver, colleague] = [emailFor('gever-twee'), emailFor('collega-twee')]
  await registerThroughForm(page, session.slug, colleague)
  const own = await registerThroughForm(page, session.slug, giver)
  await page.goto(`${own}/doorgeven`)
  await page.getByLabel('Naam van je collega').fill('Kim Voorbeeld')
  await page.getByLabel('E-mailadres van je collega').fill(colleague)
  await page.getByLabel('Functie van je collega').fill('beleidsadviseur')
  await page.getByRole('button', { name: 'Verder' }).click()
  await page.getByRole('button', { name: 'Ja, geef mijn plek door' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je plek is doorgegeven')
  const mail = await waitForMailText(colleague, 'Je was al aangemeld')
  expect(mail).toContain('je antwoorden van toen gelden')
  expect(mail).toContain('Voorbeeld Eigen wilde een plek aan jou doorgeven')
  await page.goto(`${own}/doorgeven`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze link werkt niet (meer)')
})

test('when there is no place to hand over any more, the page says why', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const own = await registerThroughForm(page, session.slug, emailFor('te-laat'))
  await page.goto(`${own}/afmelden`)
  await page.getByRole('button', { name: 'Ja, meld me af' }).click()
  await expect(page.getByText('Je bent afgemeld.')).toBeVisible()
  await page.goto(`${own}/doorgeven`)
  await expect(page.getByText('Je hebt dus geen plek meer om door te geven.')).toBeVisible()
  await expectGoodPage(page)
})
