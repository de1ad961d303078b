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

test('a participant changes the e-mail address', async ({ page, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  // One long word, which must not widen the page on a phone.
  const [old, next] = [emailFor('oudelangenaam'.repeat(3)), emailFor('nieuw')]
  const ownUrl = await registerThroughForm(page, session.slug, old)
  await page.goto(ownUrl)
  await page.getByRole('link', { name: 'Ander e-mailadres' }).click()
  await page.getByText('Waarom vragen we dit?').click()
  await expect(page.getByText('Hier sturen we de bevestiging')).toBeVisible()
  await expectGoodPage(page)

  await test.step('rejects an invalid address and the current one', async () => {
    const field = page.getByLabel('Nieuw e-mailadres')
    await field.fill('geen adres')
    await page.getByRole('button', { name: 'Mail dit adres' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(field).toHaveAccessibleDescription(/Kijk je e-mailadres na/)
    await expect(field).toHaveValue('geen adres')
    await expectGoodState(page)
    await field.fill(old)
    await page.getByRole('button', { name: 'Mail dit adres' }).click()
    await expectResult(page, 'Er ging iets mis met 1 veld')
    await expect(field).toHaveAccessibleDescription(/Dit is al je e-mailadres\. Vul een ander adres in/)
    await expect(field).toHaveAttribute('aria-invalid', 'true')
    await expectGoodState(page)
  })

  await test.step('withdraws a request and invalidates its link', async () => {
    const mistyped = emailFor('getikt')
    await page.getByLabel('Nieuw e-mailadres').fill(mistyped)
    await page.getByRole('button', { name: 'Mail dit adres' }).click()
    await expectResult(page, 'Bevestig je nieuwe adres.')
    const link = selfServiceLinkIn(await waitForMailText(mistyped, 'Bevestig je nieuwe e-mailadres'))
    await page.getByRole('button', { name: `Laat het zo: houd ${old}` }).click()
    await expectResult(page, `Je houdt ${old}.`)
    await expect(page.getByRole('button', { name: `Laat het zo: houd ${old}` })).toBeHidden()
    await expectGoodPage(page)
    const formUrl = page.url()
    await page.goto(link)
    await expect(mainHeading(page)).toHaveText('Deze link werkt niet (meer)')
    await page.goto(formUrl)
  })

  await test.step('mails the new address and changes nothing yet', async () => {
    await page.getByLabel('Nieuw e-mailadres').fill(next)
    await page.getByRole('button', { name: 'Mail dit adres' }).click()
    await expectResult(page, 'Bevestig je nieuwe adres.')
    await expectGoodPage(page)
    await page.goto(ownUrl)
    await expect(page.getByText(old, { exact: true })).toBeVisible()
  })

  await test.step('confirms the new address by its link', async () => {
    await page.goto(selfServiceLinkIn(await waitForMailText(next, 'Bevestig je nieuwe e-mailadres')))
    await expect(mainHeading(page)).toHaveText('Is dit je nieuwe e-mailadres?')
    await expectGoodPage(page)
    const confirmationUrl = page.url()
    await page.getByRole('button', { name: 'Ja, dit is mijn e-mailadres' }).click()
    await expectResult(page, 'Je e-mailadres is gewijzigd.')
    await expect(page.getByText(next, { exact: true })).toBeVisible()
    await expectGoodPage(page)
    await page.goto(confirmationUrl)
    await expect(page.getByText('Dit adres is bevestigd.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('notifies the old address and invalidates its links', async () => {
    expect(await waitForMailText(old, 'is gewijzigd')).toContain('Was jij dit niet?')
    await page.goto(ownUrl)
    await expect(mainHeading(page)).toHaveText('Deze link werkt niet (meer)')
    await expect(page.getByRole('link', { name: 'Laat je link opnieuw mailen' })).toBeVisible()
    await expectGoodPage(page)
    await page.goto(selfServiceLinkIn(await waitForMailText(next, 'Je bent aangemeld')))
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
  })
})

test('explains why the address of a cancelled registration cannot change', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const ownUrl = await registerThroughForm(page, session.slug, emailFor('intussen'))
  await page.goto(`${ownUrl}/adres`)
  await db.registration.updateMany({ where: { sessionId: session.id }, data: { cancelledAt: new Date() } })
  await page.getByLabel('Nieuw e-mailadres').fill(emailFor('te-laat'))
  await page.getByRole('button', { name: 'Mail dit adres' }).click()
  await expect(
    page.getByText('Je bent afgemeld, en krijgt vanzelf geen mail meer over deze kennissessie.'),
  ).toBeVisible()
  await expect(page.getByLabel('Nieuw e-mailadres')).toBeHidden()
})
