import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import { timeRange } from '@/lib/platform/time'
import { expectAccessible, expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

test('an organiser mails the participants who asked before the deadline, after a preview', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const { email } = await addParticipant(db, session.id, { name: 'Voorbeeld Optijd' })
  await addParticipant(db, session.id, { name: 'Voorbeeld Later', askedBeforeDeadline: false })

  await test.step('names an unknown placeholder and keeps the input', async () => {
    await page.goto(routes.messages(session.id))
    await page.getByRole('link', { name: 'Bericht schrijven' }).click()
    await expectGoodPage(page)
    await page.getByText('Wat er komt te staan, bijvoorbeeld').click()
    const examples = page.getByRole('group').filter({ hasText: '{tijd}' })
    await expect(examples).toContainText(`{tijd}${timeRange(session.startsAt, session.endsAt)}`)
    await expectGoodState(page)
    await page.getByLabel('Onderwerp').fill('Lees je vast in?')
    await page.getByRole('textbox', { name: 'Tekst' }).fill('Dag {voornaam},')
    await page.getByRole('radio', { name: 'Op tijd' }).check()
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveAccessibleDescription(/invullen voor \{voornaam\}/)
    await expect(page.getByLabel('Onderwerp')).toHaveValue('Lees je vast in?')
    await expect(page.getByRole('radio', { name: 'Op tijd' })).toBeChecked()
    await expectAccessible(page)
  })

  await test.step('previews the mail with the data of a participant', async () => {
    await page.getByRole('textbox', { name: 'Tekst' }).fill('Dag {naam},\n\nLees je **vast** in?')
    await page.getByLabel('Bekijk de mail als').selectOption({ label: 'Voorbeeld Optijd' })
    await page.getByRole('button', { name: 'Stuur mij een testmail' }).click()
    await expectResult(page, 'De testmail is onderweg.')
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expectResult(page, '1 persoon krijgt deze mail')
    await expect(page.frameLocator('iframe').getByText('Dag Voorbeeld Optijd,')).toBeVisible()
    await expect(page.frameLocator('iframe').locator('strong')).toHaveText('vast')
  })

  await test.step('keeps the previewed text as a draft', async () => {
    await page.reload()
    await expect(page.getByText('Dit is je concept.')).toBeVisible()
    await expect(page.getByRole('textbox', { name: 'Tekst' })).toHaveValue('Dag {naam},\n\nLees je **vast** in?')
    await expect(page.getByLabel('Onderwerp')).toHaveValue('Lees je vast in?')
    await expect(page.getByRole('radio', { name: 'Op tijd' })).toBeChecked()
    await page.getByLabel('Bekijk de mail als').selectOption({ label: 'Voorbeeld Optijd' })
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expectResult(page, '1 persoon krijgt deze mail')
  })

  await test.step('previews an edited text again and sends nothing', async () => {
    await page.getByLabel('Onderwerp').fill('Lees je je vast in?')
    await page.getByRole('button', { name: 'Verstuur aan 1 persoon' }).click()
    await expectResult(page, 'Je hebt nog iets veranderd')
    expect(await db.customMessage.count({ where: { sessionId: session.id } })).toBe(0)
  })

  await test.step('sends the mail', async () => {
    await page.getByRole('button', { name: 'Verstuur aan 1 persoon' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lees je je vast in?')
    await expectResult(page, /Het bericht (gaat uit|is verstuurd)\./)
    await expect(page.getByText('met een vraag die op tijd kwam')).toBeVisible()
    const mail = await waitForOnlyMail(email)
    expect(mail.subject).toBe('Lees je je vast in?')
    expect(mail.text).toContain('Dag Voorbeeld Optijd,')
    await expectGoodState(page)
    await page.goto(routes.messages(session.id))
    await expect(page.getByText('1 van 1 verstuurd')).toBeVisible()
    await page.getByLabel('Aan wie?').fill('optijd')
    await page.getByLabel('Welke mail?').selectOption('Eigen bericht')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page.getByRole('row')).toHaveCount(2)
    await expectGoodPage(page)
    await page.getByLabel('Aan wie?').fill('later')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page.getByText('of geen die je zoekt')).toBeVisible()
  })
})

test('an organiser writes to one person on the waitlist, and to who cancelled', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 1 })
  await addParticipant(db, session.id, { name: 'Voorbeeld Plek' })
  const waiting = await addParticipant(db, session.id, { name: 'Voorbeeld Wacht' })
  const gone = await addParticipant(db, session.id, { name: 'Voorbeeld Weg' })
  await db.registration.update({ where: { id: waiting.id }, data: { waitlistedAt: new Date() } })
  await db.registration.update({ where: { id: gone.id }, data: { cancelledAt: new Date() } })
  const write = async (subject: string) => {
    await page.getByLabel('Onderwerp').fill(subject)
    await page.getByRole('textbox', { name: 'Tekst' }).fill('Dag {naam},\n\nEr is nieuws.')
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
  }

  await test.step('to the person whose registration is open', async () => {
    await page.goto(routes.registration(session.id, waiting.id))
    await page.getByRole('link', { name: 'Schrijf Voorbeeld Wacht een bericht' }).click()
    await expect(page.getByRole('definition').filter({ hasText: 'op de wachtlijst' })).toBeVisible()
    await expectGoodPage(page)
    await write('Alleen voor jou')
    await expectResult(page, 'Voorbeeld Wacht krijgt deze mail')
    await expect(page.frameLocator('iframe').getByText('omdat je op de wachtlijst staat')).toBeVisible()
    await page.reload()
    await expect(page.getByLabel('Onderwerp')).toHaveValue('Alleen voor jou')
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await page.getByRole('button', { name: 'Verstuur aan Voorbeeld Wacht' }).click()
    await expectResult(page, /Het bericht (gaat uit|is verstuurd)\./)
    await expect(page.getByText('Alleen aan Voorbeeld Wacht.')).toBeVisible()
    const { text } = await waitForOnlyMail(waiting.email)
    expect(text).toContain('omdat je op de wachtlijst staat van deze kennissessie')
  })

  await test.step('to everybody who cancelled, after choosing somebody', async () => {
    await page.goto(routes.newCustomMessage(session.id))
    await page.getByRole('checkbox', { name: 'Aangemeld (1)' }).uncheck()
    await write('Voor wie afgemeld is')
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByRole('link', { name: 'Kies wie de mail krijgt' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('checkbox', { name: 'Afgemeld (1)' }).check()
    await page.getByRole('button', { name: 'Bekijk de mail' }).click()
    await expectResult(page, '1 persoon krijgt deze mail')
    await expect(page.frameLocator('iframe').getByText('Je bent nu afgemeld.')).toBeVisible()
    await page.getByRole('button', { name: 'Verstuur aan 1 persoon' }).click()
    await expect(page.getByText('Aan iedereen die toen was afgemeld.')).toBeVisible()
    expect((await waitForOnlyMail(gone.email)).subject).toBe('Voor wie afgemeld is')
    await page.goto(routes.messages(session.id))
    await expect(page.getByText('aan wie toen was afgemeld, 1 van 1 verstuurd')).toBeVisible()
    await expectGoodPage(page)
  })
})

test('an organiser adapts the text of a mail and restores the default', async ({ adminPage: page, db, browser }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.messages(session.id))
  await page.getByRole('link', { name: 'Teksten van de mails' }).click()
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Herinnering: morgen' }).click()
  await expect(page.getByText('Dit is de standaardtekst.')).toBeVisible()
  await expect(page.frameLocator('iframe').getByText('Morgen is de kennissessie ‘Voorbeeldsessie’')).toBeVisible()

  const text = page.getByRole('textbox', { name: 'Tekst' })
  await text.fill('Tot morgen, {naam} van {gemeenten}!')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(text).toHaveAccessibleDescription(/\{gemeenten\}/)
  await text.fill('Tot morgen, {naam} van {gemeente}!')
  await page.getByRole('button', { name: 'Stuur mij een testmail' }).click()
  await expectResult(page, 'De testmail is onderweg.')
  await page.getByRole('button', { name: 'Bekijk de mail' }).click()
  await expectResult(page, 'Hieronder staat de mail zoals je hem nu hebt.')
  await expect(page.frameLocator('iframe').getByText('Tot morgen, Sam Voorbeeld van Utrecht!')).toBeVisible()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(page, 'Bewaard.')
  await expect(text).toHaveValue('Tot morgen, {naam} van {gemeente}!')
  await expectGoodState(page)

  // A colleague with the same page open from before.
  const colleague = await (await browser.newContext({ storageState: await page.context().storageState() })).newPage()
  await colleague.goto(routes.mailTemplate(session.id, 'reminder-day'))
  await page.goto(routes.mailTemplate(session.id, 'reminder-day'))
  await page.getByRole('button', { name: 'Terug naar de standaardtekst' }).click()
  await expect(page.getByText('Dit is de standaardtekst.')).toBeVisible()
  await expect(text).toHaveValue(/Fijn dat je erbij bent/)
  await colleague.getByRole('textbox', { name: 'Tekst' }).fill('Van een collega')
  await colleague.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(colleague, 'Een collega heeft deze tekst net veranderd.')
  await colleague.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(colleague, 'Een collega heeft deze tekst net veranderd.')
  await expect(colleague.getByRole('textbox', { name: 'Tekst' })).toHaveValue('Van een collega')
  await colleague.context().close()
})

test('an organiser stops a custom message halfway and reads how many mails were sent', async ({
  adminPage: page,
  db,
}) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const letter = { id: randomUUID(), sessionId: session.id, subject: 'Voorbeeld', text: 'Dag {naam}' }
  await db.customMessage.create({ data: { ...letter, createdAt: daysFromNow(0) } })
  const people = [await addParticipant(db, session.id), await addParticipant(db, session.id)]
  await db.message.createMany({
    data: people.map(({ id }) => ({
      id,
      kind: 'customMessage',
      dedupeKey: `letter:${letter.id}:${id}`,
      sessionId: session.id,
      registrationId: id,
      customMessageId: letter.id,
      dueAt: daysFromNow(1),
      createdAt: daysFromNow(0),
    })),
  })
  await page.goto(routes.customMessage(session.id, letter.id))
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Stop wat nog niet weg is' }).click()
  await expectResult(page, '2 mails zijn gestopt en gaan niet meer uit.')
  await expect(page.getByRole('button', { name: 'Stop wat nog niet weg is' })).toHaveCount(0)
  await expectGoodState(page)
})
