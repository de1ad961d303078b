import { routes } from '@/lib/platform/routes'
import { triageLimits } from '@/lib/triage/schema'
import { expectGoodPage, expectGoodState } from '@/tests/support/browser/page-checks'
import { mailsTo, waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { daysFromNow, timesNextMonth } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const pastTimes = {
  questionDeadlineAt: daysFromNow(-9),
  registrationClosesAt: daysFromNow(-8),
  startsAt: daysFromNow(-2),
  endsAt: daysFromNow(-1),
}

test('an organiser requests a clarification by the contact wish of each participant', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const askers = [{}, { contactWish: 'phone' as const, phone: '06 12345678' }, { contactWish: 'none' as const }]
  const { sessionId, questions, emails } = await createSessionWithQuestions(db, askers, timesNextMonth)
  const open = (number: number) => page.goto(routes.clarification(sessionId, questions[number] ?? ''))

  await test.step('previews and sends a request by mail', async () => {
    await page.goto(routes.agendaQuestion(sessionId, questions[0] ?? ''))
    await page.getByRole('link', { name: 'Toelichting vragen of opschrijven' }).click()
    await expectGoodPage(page)
    await page.getByLabel('Wat wil je weten?').fill('x'.repeat(triageLimits.requestText + 1))
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expect(page).toHaveTitle('Fout: Toelichting bij vraag van Utrecht - Aanschuif beheer')
    await expect(page.locator('head title')).toHaveCount(1)
    await expectGoodState(page)
    await page.getByLabel('Wat wil je weten?').fill('Over welke afdeling gaat het?')
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expect(page).toHaveTitle(/^Toelichting/)
    await expect(page.frameLocator('iframe').getByText('Over welke afdeling gaat het?')).toBeVisible()
    await expect(page.getByLabel('Wat wil je weten?')).toHaveValue('Over welke afdeling gaat het?')
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Mail Voorbeeld 0' }).click()
    await expect(page.getByText('De mail is onderweg.')).toBeVisible()
    await expect(page.getByText(/Gemaild op/)).toBeVisible()
    const mail = await waitForOnlyMail(emails[0] ?? '')
    expect(mail.text).toMatch(/Antwoord 2 van 0[\s\S]*Over welke afdeling gaat het\?/)
    expect(mail.replyTo?.value[0]?.address).toBe('contact@example.nl')
    await expectGoodState(page)
  })

  await test.step('records a reply and shows it with the question', async () => {
    await page.getByLabel('Wat is er verteld?').fill('Het gaat over de inkoop.')
    await page.getByRole('button', { name: 'Bewaar de toelichting' }).click()
    await expect(page.getByText('Bewaard.')).toBeVisible()
    await page.goto(routes.agendaQuestions(sessionId, { state: 'clarified' }))
    await expect(page.getByRole('article')).toContainText('Het gaat over de inkoop.')
    await expectGoodPage(page)
  })

  await test.step('shows the phone number and records the call', async () => {
    await open(1)
    await expect(page.getByRole('link', { name: '06 12345678' })).toHaveAttribute('href', 'tel:0612345678')
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Ik heb Voorbeeld 1 gebeld' }).click()
    await expect(page.getByText('Genoteerd.')).toBeVisible()
    await expect(page.getByText(/Gebeld op/)).toBeVisible()
    expect(await mailsTo(emails[1] ?? '')).toEqual([])
  })

  await test.step('explains why a participant without contact wish cannot be asked', async () => {
    await open(2)
    await expect(page.getByText('We mogen deze persoon niet benaderen over de vraag.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Mail|gebeld$/ })).toHaveCount(0)
    await expectGoodPage(page)
  })
})

test('the speaker brief contains no names, on screen, in print and as a file', async ({
  adminPage: page,
  db,
  playwright,
}) => {
  const marked = 'Zonnebloem Merkwaardig'
  const secret = `Ik ben ${marked} (zm@merk.example.nl, 06 87654321) uit Utrecht.`
  const asker = { name: marked, texts: [secret, `Hoe doet ${marked} dat in Utrecht?`, secret] }
  const { sessionId, questions, emails } = await createSessionWithQuestions(db, [asker, {}], timesNextMonth)
  const theme = await db.theme.create({
    data: { sessionId, name: 'Aanpak Utrecht', normalizedName: 'aanpak utrecht', position: 1 },
  })
  const told = { note: 'NOTITIE', clarification: secret, version: 1, position: 1, themeId: theme.id }
  await db.triage.create({ data: { ...told, answerId: questions[0] ?? '', state: 'chosen' } })
  const names = new RegExp(`Merkwaardig|merk\\.example|87654321|NOTITIE|${emails[0]}`, 'i')

  for (const places of [true, false]) {
    await page.goto(routes.speakerBrief(sessionId, { places }))
    const main = page.getByRole('main')
    await expect(main).toContainText('Hoe doet [naam] dat in')
    await expect(main).not.toContainText(names)
    await expect(main).not.toContainText('Antwoord 2 van 1')
    await expectGoodPage(page)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Lees het na voordat je het deelt.')).toBeHidden()
    await expect(main).not.toContainText(names)
    await page.emulateMedia({ media: null })

    const file = await page.request.get(routes.speakerBriefFile(sessionId, { places }))
    expect(file.headers()).toMatchObject({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
    expect(file.headers()['content-disposition']).toContain('attachment')
    const text = await file.text()
    expect(text).toContain('Hoe doet [naam] dat in')
    expect(text).not.toMatch(names)
    if (places) expect(text).toContain('Utrecht')
    else expect(text).not.toMatch(/utrecht/i)
    if (!places) await expect(main).not.toContainText(/utrecht/i)
  }

  const stranger = await playwright.request.newContext({ baseURL: new URL(page.url()).origin })
  const refused = await stranger.get(routes.speakerBriefFile(sessionId), { maxRedirects: 0 })
  expect([refused.status(), refused.headers().location]).toEqual([307, expect.stringContaining(routes.login())])
  await stranger.dispose()
})

test('after the session each participant gets the result of the question once', async ({ adminPage: page, db }) => {
  test.slow()
  const { sessionId, questions, emails } = await createSessionWithQuestions(db, [{}, {}], pastTimes)

  await test.step('writes a specific text for one participant', async () => {
    await page.goto(routes.agendaQuestion(sessionId, questions[1] ?? ''))
    await page.getByLabel('Stand').selectOption('Schriftelijk beantwoorden')
    await page.getByLabel('Eigen tekst voor wie dit vroeg').fill('Je hoort het van ons.')
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await expect(page.getByText('Bewaard.')).toBeVisible()
    await expectGoodState(page)
  })

  await test.step('previews the mails, again when a question changed meanwhile', async () => {
    await page.goto(routes.agendaQuestions(sessionId))
    await page.getByRole('link', { name: 'Laten weten wat ermee is gedaan' }).click()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expect(page.getByText('2 mensen krijgen een mail')).toBeVisible()
    await expect(page.getByText('1 vraag kwam op tijd en is niet behandeld.')).toBeVisible()
    await expectGoodState(page)
    const triage = { answerId: questions[0] ?? '', state: 'answered' as const, position: 1, version: 1 }
    await db.triage.create({ data: triage })
    await page.getByRole('button', { name: 'Mail 2 mensen' }).click()
    await expect(page.getByText('Er is net iets aan de vragen veranderd.')).toBeVisible()
    await expect(page.frameLocator('iframe').getByText('in de kennissessie beantwoord').last()).toBeVisible()
    expect(await db.message.count({ where: { sessionId } })).toBe(0)
    await expectGoodState(page)
  })

  await test.step('sends the mails, after which no participant is left', async () => {
    await page.getByRole('button', { name: 'Mail 2 mensen' }).click()
    await expect(page.getByText('De mails over de vragen gaan uit.')).toBeVisible()
    await expect(page.getByText('Er is niemand die nog een mail krijgt.')).toBeVisible()
    expect((await waitForOnlyMail(emails[0] ?? '')).text).toContain('Je vraag is in de kennissessie beantwoord.')
    const { text } = await waitForOnlyMail(emails[1] ?? '')
    expect(text).toContain('Je hoort het van ons.')
    expect(text).toContain('Antwoord 2 van 1')
    await expectGoodPage(page)
  })
})

test('results cannot be sent before a session or after a cancelled one', async ({ adminPage: page, db }) => {
  const coming = await createSessionWithQuestions(db, [{}], timesNextMonth)
  await page.goto(routes.resultNotifications(coming.sessionId))
  await expect(page.getByText('Deze kennissessie is nog niet geweest.')).toBeVisible()
  await expect(page.getByRole('button', { name: /[Mm]ail/ })).toHaveCount(0)
  await expectGoodPage(page)
  const off = await createSessionWithQuestions(db, [{}], { ...pastTimes, cancelledAt: daysFromNow(-3) })
  await page.goto(routes.resultNotifications(off.sessionId))
  await expect(page.getByText('Deze kennissessie is niet doorgegaan.')).toBeVisible()
  await expect(page.getByRole('button', { name: /[Mm]ail/ })).toHaveCount(0)
  await expectGoodPage(page)
})
