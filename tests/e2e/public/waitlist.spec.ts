import { routes } from '@/lib/platform/routes'
import { isoDate, lastDayBefore } from '@/lib/platform/time'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import { emailFor, mainHeading, waitForMailText } from '@/tests/support/browser/self-service'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const seatOfferLinkIn = (text: string) => text.match(/\S+\/plek\/[\w.-]+/)?.[0] ?? ''

test('a full session has a waitlist, and a freed seat is offered to the first on it', async ({
  browser,
  adminPage,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 1 })
  const first = await addParticipant(db, session.id, { name: 'Voorbeeld Eerste' })
  const email = emailFor('wachtlijst')
  const context = await browser.newContext()
  const page = await context.newPage()

  await test.step('the session page and the form announce the waitlist', async () => {
    await page.goto(routes.session(session.slug))
    await expect(page.getByText('Deze kennissessie is vol.').first()).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan voor de wachtlijst' }).first().click()
    await expect(page.getByText('Je kunt je aanmelden voor de wachtlijst.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('a visitor joins the waitlist', async () => {
    await fillRegistrationForm(page, { name: 'Voorbeeld Wacht', email })
    await submitRegistrationForm(page)
    await expect(mainHeading(page)).toContainText('Je aanmelding voor de wachtlijst is binnen')
    await expectGoodPage(page)
    expect(await waitForMailText(email, 'Je staat op de wachtlijst')).toContain(
      'We houden de plek twee dagen voor je vrij.',
    )
  })

  await test.step('the admin area lists the waitlist', async () => {
    await adminPage.goto(routes.registrations(session.id))
    await expect(adminPage.getByText('1 plaats:')).toBeVisible()
    await adminPage.getByRole('link', { name: '1 op de wachtlijst' }).click()
    await expect(adminPage.getByRole('row', { name: /Voorbeeld Wacht .* op de wachtlijst/ })).toBeVisible()
    await expectGoodPage(adminPage)
    await adminPage.getByRole('link', { name: 'Voorbeeld Wacht' }).click()
    await expect(adminPage.getByText('Wacht sinds')).toBeVisible()
    await expectGoodPage(adminPage)
  })

  await test.step('cancelling a registration offers the seat automatically', async () => {
    await adminPage.goto(routes.registration(session.id, first.id))
    await adminPage.getByText('Afmelden', { exact: false }).first().click()
    await adminPage.getByRole('button', { name: 'Meld Voorbeeld Eerste af' }).click()
    await expect(adminPage.getByText('De plek is aangeboden aan wie het langst op de wachtlijst staat.')).toBeVisible()
  })

  await test.step('the waitlisted participant accepts the seat', async () => {
    await page.goto(seatOfferLinkIn(await waitForMailText(email, 'Er is een plek voor je')))
    await expect(page.getByText('Er is een plek voor je.')).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Ik neem de plek' }).click()
    await expect(page.getByText('Je hebt een plek.')).toBeVisible()
    await expectGoodPage(page)
    await waitForMailText(email, 'Je bent aangemeld')
  })

  await test.step('the admin area counts the seat as taken', async () => {
    await adminPage.goto(routes.registrations(session.id))
    await expect(adminPage.getByRole('link', { name: '1 aangemeld' })).toBeVisible()
    await expect(adminPage.getByRole('link', { name: 'Voorbeeld Wacht' })).toBeVisible()
    await adminPage.goto(routes.newRegistration(session.id))
    await expect(adminPage.getByText('Alle plaatsen zijn bezet.')).toBeVisible()
    await expectGoodPage(adminPage)
  })
  await context.close()
})

test('an organiser raises the capacity after a preview of the mails', async ({ browser, adminPage, db }) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 1 })
  await addParticipant(db, session.id)
  const { id, email } = await addParticipant(db, session.id, { name: 'Voorbeeld Wacht' })
  await db.registration.update({ where: { id }, data: { waitlistedAt: new Date() } })
  const capacity = adminPage.getByLabel('Hoeveel plaatsen zijn er?')
  const preview = () => adminPage.getByRole('button', { name: /^Kijk (wat|opnieuw)/ }).click()

  await test.step('rejects a capacity that is not a number', async () => {
    await adminPage.goto(routes.editSession(session.id))
    await adminPage.getByRole('link', { name: 'Verander het aantal plaatsen' }).click()
    await expect(capacity).toHaveValue('1')
    await expectGoodPage(adminPage)
    await capacity.fill('veel')
    await preview()
    await expect(adminPage).toHaveTitle(/^Fout: /)
    await expect(capacity).toHaveAccessibleDescription(/Vul een heel getal in/)
    await expect(capacity).toHaveValue('veel')
    await expectGoodState(adminPage)
  })

  await test.step('previews and confirms the number of offers', async () => {
    await capacity.fill('2')
    await preview()
    await expect(adminPage.getByRole('region', { name: 'Dit gaat er veranderen' })).toContainText(
      '1 persoon van de wachtlijst krijgt meteen een plek aangeboden',
    )
    await expectGoodState(adminPage)
    await adminPage.getByRole('button', { name: 'Bewaren en mail 1 persoon' }).click()
    await expectResult(adminPage, 'Het aantal plaatsen is veranderd.')
    await expect(adminPage.getByText('1 aangemeld, 1 plek aangeboden')).toBeVisible()
    await expectGoodPage(adminPage)
  })

  await test.step('a declined offer removes the participant, who can register again', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(seatOfferLinkIn(await waitForMailText(email, 'Er is een plek voor je')))
    await page.getByRole('button', { name: 'Ik kom niet' }).click()
    await expect(page.getByText('Je hebt de plek niet genomen.')).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je opnieuw aan' }).click()
    await expect(page.getByText('Nog 1 plaats vrij.')).toBeVisible()
    await context.close()
  })

  await test.step('the preview of a lower capacity states that no participant loses a seat', async () => {
    await addParticipant(db, session.id)
    await adminPage.goto(routes.capacity(session.id))
    await capacity.fill('1')
    await preview()
    await expect(adminPage.getByText('Niemand raakt zijn plek kwijt.')).toBeVisible()
    await expectGoodState(adminPage)
  })
})

test('an organiser extends registration after a preview of the offers', async ({ adminPage, db }) => {
  // The form has no seconds.
  const times = Object.entries(upcomingTimes(-2, -1)).map(([name, at]) => [name, new Date(at.setSeconds(0, 0))])
  const session = await createTestSession(db, { ...Object.fromEntries(times), capacity: 1 })
  const addWaitlisted = async () => {
    const { id } = await addParticipant(db, session.id)
    await db.registration.update({ where: { id }, data: { waitlistedAt: new Date() } })
  }
  await addWaitlisted()
  await adminPage.goto(routes.rescheduleSession(session.id))
  await adminPage.getByLabel('Aanmelden kan tot en met').fill(isoDate(lastDayBefore(session.startsAt)))
  await adminPage.getByLabel('Tot hoe laat').fill('')
  const preview = adminPage.getByRole('region', { name: 'Dit gaat er veranderen' })

  await test.step('previews the offers', async () => {
    await adminPage.getByRole('button', { name: 'Kijk wat er verandert' }).click()
    await expect(preview).toContainText('1 persoon van de wachtlijst krijgt meteen een plek aangeboden')
    await expectGoodState(adminPage)
  })

  await test.step('shows a new preview and saves nothing if the offers changed meanwhile', async () => {
    await db.session.update({ where: { id: session.id }, data: { capacity: 2 } })
    await addWaitlisted()
    await adminPage.getByRole('button', { name: 'Termijnen veranderen' }).click()
    await expect(preview).toContainText('Er is net iets veranderd aan wat er meteen uitgaat')
    await expect(preview).toContainText('2 mensen van de wachtlijst krijgen meteen een plek aangeboden')
    expect((await db.session.findUniqueOrThrow({ where: { id: session.id } })).registrationClosesAt).toEqual(
      session.registrationClosesAt,
    )
  })

  await test.step('confirms and sends the offers', async () => {
    await adminPage.getByRole('button', { name: 'Termijnen veranderen' }).click()
    await expectResult(adminPage, 'De termijnen zijn veranderd.')
    const offered = () => db.registration.count({ where: { sessionId: session.id, offerExpiresAt: { not: null } } })
    await expect.poll(offered).toBe(2)
  })
})

test('a concurrent change of the capacity is reported and keeps the input', async ({ adminPage, db }) => {
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 10 })
  await adminPage.goto(routes.capacity(session.id))
  await adminPage.getByLabel('Hoeveel plaatsen zijn er?').fill('30')
  await adminPage.getByRole('button', { name: 'Kijk wat er verandert' }).click()
  await expect(adminPage.getByText('Was: 10 plaatsen')).toBeVisible()
  await db.session.update({ where: { id: session.id }, data: { capacity: 20 } })
  await adminPage.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(adminPage, 'Een collega heeft het aantal plaatsen net veranderd.')
  await expect(adminPage.getByLabel('Hoeveel plaatsen zijn er?')).toHaveValue('30')
  await adminPage.getByRole('button', { name: 'Kijk wat er verandert' }).click()
  await expect(adminPage.getByText('Was: 20 plaatsen')).toBeVisible()
  await adminPage.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(adminPage, 'Het aantal plaatsen is veranderd.')
})
