import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { mailsTo, waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

/** On Thursday 8 November 2096, in winter time; nobody has to mend this test when a year has passed. */
const distantTimes = {
  questionDeadlineAt: new Date('2096-10-17T12:00:00Z'),
  registrationClosesAt: new Date('2096-10-31T23:00:00Z'),
  startsAt: new Date('2096-11-08T14:00:00Z'),
  endsAt: new Date('2096-11-08T15:30:00Z'),
}

const clickPreview = (page: Page) => page.getByRole('button', { name: /^Kijk (wat|opnieuw)/ }).click()
const previewRegion = (page: Page) => page.getByRole('region', { name: 'Dit gaat er veranderen' })
const dateField = (page: Page) => page.getByLabel('Datum', { exact: true })

test('an organiser reschedules a session and notifies the participants', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, distantTimes)
  const { email } = await addParticipant(db, session.id)

  await test.step('the edit page shows the times and links to rescheduling', async () => {
    await page.goto(routes.registrations(session.id))
    await page.getByRole('link', { name: 'Bewerken' }).click()
    await expect(page).toHaveTitle(/^Bewerken/)
    await expect(page.getByText('Donderdag 8 november 2096, 15.00 tot 16.30 uur', { exact: true })).toBeVisible()
    await expect(page.getByText('Tot en met woensdag 31 oktober 2096')).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Verplaatsen' }).click()
    await expect(page.getByLabel('Aanmelden kan tot en met')).toHaveValue('2096-10-31')
    await expectGoodPage(page)
  })

  await test.step('rejects an impossible time and keeps the input', async () => {
    await dateField(page).fill('2096-11-15')
    await page.getByLabel('Eindtijd').fill('14:30')
    await clickPreview(page)
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Eindtijd')).toHaveAccessibleDescription(/na de begintijd/)
    await expect(dateField(page)).toHaveValue('2096-11-15')
    await expectGoodState(page)
    await dateField(page).fill('2096-03-25')
    await page.getByLabel('Begintijd').fill('02:30')
    await clickPreview(page)
    await expect(page.getByLabel('Begintijd')).toHaveAccessibleDescription(/Deze tijd bestaat niet/)
  })

  await test.step('previews old and new times and asks for the audience', async () => {
    await dateField(page).fill('2096-11-15')
    await page.getByLabel('Begintijd').fill('15:00')
    await page.getByLabel('Eindtijd').fill('16:30')
    await clickPreview(page)
    await expect(previewRegion(page)).toContainText('Was donderdag 8 november 2096, 15.00 tot 16.30 uur')
    await expect(previewRegion(page)).toContainText('Wordt donderdag 15 november 2096, 15.00 tot 16.30 uur')
    await expect(previewRegion(page)).toContainText('Blijft vóór woensdag 17 oktober 2096, 14.00 uur')
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Verplaatsen' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByRole('radiogroup')).toHaveAccessibleDescription(/Kies wie een mail krijgt/)
    await expectGoodState(page)
  })

  await test.step('previews an edit again and saves nothing', async () => {
    await page.getByLabel('Iedereen die is aangemeld: 1 persoon').check()
    await page.getByLabel('Eindtijd').fill('17:00')
    await page.getByRole('button', { name: 'Verplaatsen' }).click()
    await expectResult(page, 'Je hebt iets veranderd.')
    await expect(previewRegion(page)).toContainText('15.00 tot 17.00 uur')
    await expect(page.getByLabel('Iedereen die is aangemeld: 1 persoon')).toBeChecked()
    expect(await db.session.findUnique({ where: { id: session.id } })).toMatchObject(distantTimes)
    await expectGoodState(page)
  })

  await test.step('previews again when the number of participants changed', async () => {
    await addParticipant(db, session.id)
    await page.getByRole('button', { name: 'Verplaatsen' }).click()
    await expectResult(page, 'Het aantal aanmeldingen is net veranderd.')
    await expect(page.getByLabel('Iedereen die is aangemeld: 2 mensen')).toBeChecked()
    await expectGoodState(page)
  })

  await test.step('saves, mails the participants and shows the new day on the public page', async () => {
    await page.getByRole('button', { name: 'Verplaatsen' }).click()
    await expectResult(page, 'De kennissessie is verplaatst.')
    await expect(page.getByText('Donderdag 15 november 2096, 15.00 tot 17.00 uur', { exact: true })).toBeVisible()
    await expectGoodPage(page)
    expect((await waitForOnlyMail(email)).text).toContain('donderdag 15 november 2096')
    await page.goto(routes.session(session.slug))
    await expect(page.getByRole('main')).toContainText('donderdag 15 november 2096')
  })
})

test('a concurrent reschedule is reported to the second organiser and keeps the input', async ({
  adminPage: page,
  db,
}) => {
  const session = await createTestSession(db, distantTimes)
  await page.goto(routes.rescheduleSession(session.id))
  await dateField(page).fill('2096-11-22')
  await clickPreview(page)
  await expect(previewRegion(page)).toContainText('Er is nog niemand aangemeld.')
  const colleague = { startsAt: new Date('2096-11-15T14:00:00Z'), endsAt: new Date('2096-11-15T15:30:00Z') }
  await db.session.update({ where: { id: session.id }, data: colleague })

  await page.getByRole('button', { name: 'Verplaatsen' }).click()
  await expect(page.getByText('Een collega heeft net iets anders gekozen.')).toBeVisible()
  await expect(page.getByText('Nu staat er: donderdag 15 november 2096, 15.00 tot 16.30 uur')).toBeVisible()
  await expect(dateField(page)).toHaveValue('2096-11-22')
  await expectGoodState(page)
  await clickPreview(page)
  await expect(previewRegion(page)).toContainText('Was donderdag 15 november 2096')
  await page.getByRole('button', { name: 'Verplaatsen' }).click()
  await expectResult(page, 'De kennissessie is verplaatst.')
  await expect(page.getByText('Er is geen mail over gestuurd.')).toBeVisible()
})

test('new deadlines cause no mail, and a past day gets a warning', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, distantTimes)
  const { email } = await addParticipant(db, session.id)
  await page.goto(routes.rescheduleSession(session.id))
  await clickPreview(page)
  await expect(page.getByText('Er verandert niets.')).toBeVisible()
  await page.getByLabel('Tot hoe laat').fill('12:00')
  await clickPreview(page)
  await expect(previewRegion(page)).toContainText('Wordt tot woensdag 31 oktober 2096, 12.00 uur')
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Termijnen veranderen' }).click()
  await expectResult(page, 'De termijnen zijn veranderd.')
  await expectGoodPage(page)

  await page.goto(routes.rescheduleSession(session.id))
  await dateField(page).fill('2022-11-08')
  await page.getByLabel('Datum van de vragentermijn').fill('2022-10-17')
  await page.getByLabel('Aanmelden kan tot en met').fill('2022-10-31')
  await clickPreview(page)
  await expect(page.getByText('Dit moment is al voorbij.')).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Verplaatsen' }).click()
  await expect(page.getByText('Laten vervallen kan niet meer')).toBeVisible()
  await expectGoodPage(page)
  expect(await mailsTo(email)).toEqual([])
})

test('an organiser cancels a session and notifies the participants of the reason', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, distantTimes)
  const { email } = await addParticipant(db, session.id)
  const reason = page.getByLabel('Waarom gaat de kennissessie niet door?')

  await test.step('rejects a missing reason', async () => {
    await page.goto(routes.editSession(session.id))
    await page.getByRole('link', { name: 'Laten vervallen' }).click()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Kijk wat er gebeurt' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(reason).toHaveAccessibleDescription(/Schrijf in een of twee zinnen/)
    await expectGoodState(page)
  })

  await test.step('the button states the number of mails, and an edit is previewed again', async () => {
    await reason.fill('De spreker is ziek.')
    await page.getByRole('button', { name: 'Kijk wat er gebeurt' }).click()
    await expect(page.getByText('Dit kun je niet terugdraaien.')).toBeVisible()
    await expectGoodState(page)
    await reason.fill('De spreker is ziek.\n\nWe zoeken een nieuwe datum.')
    await page.getByRole('button', { name: 'Laat vervallen en mail 1 persoon' }).click()
    await expectResult(page, 'Je hebt de reden veranderd.')
    await addParticipant(db, session.id)
    await page.getByRole('button', { name: 'Laat vervallen en mail 1 persoon' }).click()
    await expectResult(page, 'Het aantal aanmeldingen is net veranderd.')
    await expectGoodState(page)
  })

  await test.step('cancels; admin area, mail and public page state the reason', async () => {
    await page.getByRole('button', { name: 'Laat vervallen en mail 2 mensen' }).click()
    await expectResult(page, 'Deze kennissessie gaat niet door.')
    await expect(page.getByText('We zoeken een nieuwe datum.')).toBeVisible()
    await expectGoodPage(page)
    expect((await waitForOnlyMail(email)).text).toContain('We zoeken een nieuwe datum.')
    await page.goto(routes.session(session.slug))
    await expect(page.getByText('Deze kennissessie gaat niet door.').first()).toBeVisible()
    await expect(page.getByText('We zoeken een nieuwe datum.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('pages for actions that are no longer possible explain why', async () => {
    for (const path of [routes.rescheduleSession(session.id), routes.cancelSession(session.id)]) {
      await page.goto(path)
      await expect(page).toHaveTitle(/^Bewerken/)
    }
    await expect(page.getByText('Verplaatsen kan niet meer')).toBeVisible()
  })
})
