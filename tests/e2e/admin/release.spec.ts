import { routes } from '@/lib/platform/routes'
import {
  expectAccessible,
  expectGoodPage,
  expectGoodState,
  expectNoHorizontalScroll,
  expectResult,
} from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { hasJavaScript } from '@/tests/support/browser/registration-form'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const meeting = 'https://vergaderen.example.nl/sessie'

test('an organiser releases link and agenda, and a participant joins by the personal link', async ({
  adminPage: page,
  db,
  browser,
}) => {
  test.slow()
  const soon = new Date(Date.now() + 30 * 60_000)
  const later = new Date(soon.getTime() + 90 * 60_000)
  const session = await createTestSession(db, {
    questionDeadlineAt: soon,
    registrationClosesAt: soon,
    startsAt: soon,
    endsAt: later,
  })
  // A session that starts in half an hour is close enough for a reminder, and at night it is tomorrow's.
  await db.notificationSettings.update({
    where: { sessionId: session.id },
    data: { remindDayBefore: false, remindHourBefore: false },
  })
  const { id, email } = await addParticipant(db, session.id, { name: 'Voorbeeld Deelnemer' })

  await test.step('rejects a link without https and keeps the input', async () => {
    await page.goto(routes.release(session.id))
    await expectGoodPage(page)
    await page.getByLabel('Online link').fill('http://vergaderen.example.nl')
    await page.getByLabel('Agenda').fill('- 15.00 uur: **welkom**')
    await page.getByRole('button', { name: 'Kijk wat er gebeurt' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Online link')).toHaveAccessibleDescription(/begint met https/)
    await expect(page.getByLabel('Agenda')).toHaveValue('- 15.00 uur: **welkom**')
    await expectAccessible(page)
  })

  await test.step('sends a test mail and previews the mail to participants', async () => {
    await page.getByLabel('Online link').fill(meeting)
    await page.getByRole('button', { name: 'Stuur mij een testmail' }).click()
    await expectResult(page, 'De testmail is onderweg.')
    await page.getByRole('button', { name: 'Kijk wat er gebeurt' }).click()
    await expectResult(page, 'Dit gaat er gebeuren')
    await expect(page.getByText('1 persoon krijgt een mail met de link en de agenda.')).toBeVisible()
    await expect(page.frameLocator('iframe').locator('strong', { hasText: 'welkom' })).toBeVisible()
    await expectGoodState(page)
  })

  await test.step('previews an edit again, also after Enter in a field', async () => {
    await page.getByLabel('Online link').fill(`${meeting}2`)
    await page.getByRole('button', { name: 'Vrijgeven en mail 1 persoon' }).click()
    await expectResult(page, 'Je hebt nog iets veranderd')
    await page.getByLabel('Online link').fill(meeting)
    await page.getByLabel('Online link').press('Enter')
    await expect(page.getByText('Je hebt nog iets veranderd')).toHaveCount(0)
    await page.getByLabel('Online link').press('Enter')
    await expectResult(page, 'Dit gaat er gebeuren')
    expect(await db.release.count({ where: { sessionId: session.id } })).toBe(0)
  })

  await test.step('releases and shows the progress of the mails', async () => {
    await page.getByRole('button', { name: 'Vrijgeven en mail 1 persoon' }).click()
    await expectResult(page, 'Link en agenda zijn vrijgegeven.')
    await expect(async () => {
      if (!hasJavaScript()) await page.reload()
      await expect(page.getByText('1 van 1 verstuurd.')).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 60_000 })
    await expectGoodPage(page)
  })

  const mail = await waitForOnlyMail(email)
  const [link = ''] = mail.text?.match(/\S+\/deelnemen\/\S+/) ?? []
  expect(mail.html).not.toContain(meeting)

  await test.step('the page behind the personal link records participation only when its button is pressed', async () => {
    const context = await browser.newContext()
    const participant = await context.newPage()
    const referrers: string[] = []
    participant.on('request', async (request) => referrers.push((await request.allHeaders()).referer ?? ''))
    await participant.route(`${meeting}**`, (route) => route.fulfill({ contentType: 'text/html', body: 'Welkom' }))
    await participant.goto(link)
    await expect(participant.getByText('15.00 uur: welkom')).toBeVisible()
    await expectGoodPage(participant)
    await participant.waitForLoadState('networkidle')
    expect(await db.registration.findUnique({ where: { id }, select: { tookPartAt: true } })).toEqual({
      tookPartAt: null,
    })
    // Not every Chromium lets a test answer what a form is sent on to: that it goes there is what counts.
    const goesThere = participant.waitForRequest(meeting)
    await participant.getByRole('button', { name: 'Doe mee' }).click()
    await goesThere
    await expect(participant).not.toHaveURL(link)
    await participant.goto(link)
    await expect(participant.getByRole('link', { name: meeting })).toHaveCount(0)
    if (!hasJavaScript()) {
      await participant.getByRole('button', { name: 'Laat de link zien' }).click()
      await expect(participant.getByRole('link', { name: meeting })).toHaveAttribute('href', meeting)
      await expectGoodState(participant)
      await participant.goto(link)
    }
    await participant.getByRole('link', { name: 'Lees meer over deze kennissessie' }).click()
    await expect(participant).toHaveURL(new RegExp(`${routes.session(session.slug)}$`))
    expect(referrers.filter(Boolean).length).toBeGreaterThan(0)
    expect(referrers.filter((referrer) => referrer.includes('deelnemen'))).toEqual([])
    expect((await db.registration.findUnique({ where: { id } }))?.tookPartAt).not.toBeNull()
    await participant.goto(routes.joinMeeting('verzonnen'))
    await expect(participant.getByRole('heading', { level: 1 })).toContainText('Deze link werkt niet')
    await expectGoodPage(participant)
    await context.close()
  })

  await test.step('shows the sent mail and resends it', async () => {
    await page.getByRole('link', { name: 'Berichten' }).click()
    await expect(page).toHaveTitle(/^Berichten/)
    await expectGoodPage(page)
    await page.getByRole('link', { name: /Link en agenda\s+aan Voorbeeld Deelnemer/ }).click()
    await expect(page.getByText('Verstuurd', { exact: true })).toBeVisible()
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'De link en de agenda' })).toBeVisible()
    await expectNoHorizontalScroll(page)
    await page.getByRole('button', { name: 'Stuur nog een keer aan Voorbeeld Deelnemer' }).click()
    await expectResult(page, 'De mail gaat nog een keer uit.')
    await expectAccessible(page)
  })
})
