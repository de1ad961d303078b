import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { isoDate, lastDayBefore } from '@/lib/platform/time'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { mailsTo } from '@/tests/support/browser/received-mail'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const projectName = () => test.info().project.name
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** The latest mail to an address, as its subject says. */
async function waitForMailText(to: string, subject: string) {
  await expect.poll(async () => (await mailsTo(to)).map((mail) => mail.subject).join()).toContain(subject)
  const found = (await mailsTo(to)).find((mail) => mail.subject?.includes(subject))
  return found?.text ?? ''
}

/** The address that a mail of the site leads to. */
const seatOfferLinkIn = (text: string) => text.match(/\S+\/plek\/[\w.-]+/)?.[0] ?? ''

test('what is full has a waiting list, and a place that frees up goes to who waits', async ({
  browser,
  adminPage: desk,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 1 })
  const first = await addParticipant(db, session.id, { name: 'Voorbeeld Eerste' })
  const email = `wachtlijst+${projectName()}@example.nl`
  const context = await browser.newContext()
  const page = await context.newPage()

  await test.step('the pages say so before anybody fills in', async () => {
    await page.goto(routes.session(session.slug))
    await expect(page.getByText('Deze kennissessie is vol.').first()).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan voor de wachtlijst' }).first().click()
    await expect(page.getByText('Je kunt je aanmelden voor de wachtlijst.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('somebody gets on it, and reads what happens next', async () => {
    await fillRegistrationForm(page, { name: 'Voorbeeld Wacht', email })
    await submitRegistrationForm(page)
    await expect(heading(page)).toContainText('Je staat op de wachtlijst')
    await expectGoodPage(page)
    expect(await waitForMailText(email, 'Je staat op de wachtlijst')).toContain(
      'We houden de plek twee dagen voor je vrij.',
    )
  })

  await test.step('the desk shows who waits', async () => {
    await desk.goto(routes.registrations(session.id))
    await expect(desk.getByText('1 plaats:')).toBeVisible()
    await desk.getByRole('link', { name: '1 op de wachtlijst' }).click()
    await expect(desk.getByRole('row', { name: /Voorbeeld Wacht .* op de wachtlijst/ })).toBeVisible()
    await expectGoodPage(desk)
    await desk.getByRole('link', { name: 'Voorbeeld Wacht' }).click()
    await expect(desk.getByText('Wacht sinds')).toBeVisible()
    await expectGoodPage(desk)
  })

  await test.step('an organiser takes somebody off the list, and the place is offered by itself', async () => {
    await desk.goto(routes.registration(session.id, first.id))
    await desk.getByText('Afmelden', { exact: false }).first().click()
    await desk.getByRole('button', { name: 'Meld Voorbeeld Eerste af' }).click()
    await expect(desk.getByText('De plek is aangeboden aan wie het langst op de wachtlijst staat.')).toBeVisible()
  })

  await test.step('who waits opens the mail, and takes the place', async () => {
    await page.goto(seatOfferLinkIn(await waitForMailText(email, 'Er is een plek voor je')))
    await expect(page.getByText('Er is een plek voor je.')).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Ik neem de plek' }).click()
    await expect(page.getByText('Je hebt een plek.')).toBeVisible()
    await expectGoodPage(page)
    await waitForMailText(email, 'Je bent aangemeld')
  })

  await test.step('the desk knows it', async () => {
    await desk.goto(routes.registrations(session.id))
    await expect(desk.getByRole('link', { name: '1 bezet' })).toBeVisible()
    await expect(desk.getByRole('link', { name: 'Voorbeeld Wacht' })).toBeVisible()
    await desk.goto(routes.newRegistration(session.id))
    await expect(desk.getByText('Alle plaatsen zijn bezet.')).toBeVisible()
    await expectGoodPage(desk)
  })
  await context.close()
})

test('an organiser gives a kennissessie more places, and reads first who gets a mail', async ({
  browser,
  adminPage: desk,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 1 })
  await addParticipant(db, session.id)
  const { id, email } = await addParticipant(db, session.id, { name: 'Voorbeeld Wacht' })
  await db.registration.update({ where: { id }, data: { waitlistedAt: new Date() } })
  const places = desk.getByLabel('Hoeveel plaatsen zijn er?')
  const look = () => desk.getByRole('button', { name: /^Kijk (wat|opnieuw)/ }).click()

  await test.step('what cannot be is told at the field', async () => {
    await desk.goto(routes.editSession(session.id))
    await desk.getByRole('link', { name: 'Verander het aantal plaatsen' }).click()
    await expect(places).toHaveValue('1')
    await expectGoodPage(desk)
    await places.fill('veel')
    await look()
    await expect(desk).toHaveTitle(/^Fout: /)
    await expect(places).toHaveAccessibleDescription(/Vul een heel getal in/)
    await expect(places).toHaveValue('veel')
    await expectGoodState(desk)
  })

  await test.step('looking says to how many a place is offered', async () => {
    await places.fill('2')
    await look()
    await expect(desk.getByRole('region', { name: 'Dit gaat er veranderen' })).toContainText(
      '1 persoon van de wachtlijst krijgt meteen een plek aangeboden',
    )
    await expectGoodState(desk)
    await desk.getByRole('button', { name: 'Bewaren en mail 1 persoon' }).click()
    await expectResult(desk, 'Het aantal plaatsen is veranderd.')
    await expect(desk.getByText('1 bezet, 1 aangeboden')).toBeVisible()
    await expectGoodPage(desk)
  })

  await test.step('who lets the place go is off the list, and can come back', async () => {
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

  await test.step('fewer places than are taken cost nobody theirs, and that is said', async () => {
    await addParticipant(db, session.id)
    await desk.goto(routes.capacity(session.id))
    await places.fill('1')
    await look()
    await expect(desk.getByText('Niemand raakt zijn plek kwijt.')).toBeVisible()
    await expectGoodState(desk)
  })
})

test('an organiser lets signing up close later, and reads first to whom a place is offered', async ({
  adminPage: desk,
  db,
}) => {
  // The fields of the form know no seconds.
  const moments = Object.entries(upcomingTimes(-2, -1)).map(([name, at]) => [name, new Date(at.setSeconds(0, 0))])
  const session = await createTestSession(db, { ...Object.fromEntries(moments), capacity: 1 })
  const waits = async () => {
    const { id } = await addParticipant(db, session.id)
    await db.registration.update({ where: { id }, data: { waitlistedAt: new Date() } })
  }
  await waits()
  await desk.goto(routes.rescheduleSession(session.id))
  await desk.getByLabel('Aanmelden kan tot en met').fill(isoDate(lastDayBefore(session.startsAt)))
  await desk.getByLabel('Tot hoe laat').fill('')
  const look = desk.getByRole('region', { name: 'Dit gaat er veranderen' })

  await test.step('looking says so', async () => {
    await desk.getByRole('button', { name: 'Kijk wat er verandert' }).click()
    await expect(look).toContainText('1 persoon van de wachtlijst krijgt meteen een plek aangeboden')
    await expectGoodState(desk)
  })

  await test.step('when that is not so any more, it is said again and nothing is saved', async () => {
    await db.session.update({ where: { id: session.id }, data: { capacity: 2 } })
    await waits()
    await desk.getByRole('button', { name: 'Termijnen veranderen' }).click()
    await expect(look).toContainText('Er is net iets veranderd aan wat er meteen uitgaat')
    await expect(look).toContainText('2 mensen van de wachtlijst krijgen meteen een plek aangeboden')
    expect((await db.session.findUniqueOrThrow({ where: { id: session.id } })).registrationClosesAt).toEqual(
      session.registrationClosesAt,
    )
  })

  await test.step('and then it happens', async () => {
    await desk.getByRole('button', { name: 'Termijnen veranderen' }).click()
    await expectResult(desk, 'De termijnen zijn veranderd.')
    const offered = () => db.registration.count({ where: { sessionId: session.id, offerExpiresAt: { not: null } } })
    await expect.poll(offered, { timeout: 30_000 }).toBe(2)
  })
})

test('the second of two organisers is told that the number was changed, and loses nothing', async ({
  adminPage: desk,
  db,
}) => {
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 10 })
  await desk.goto(routes.capacity(session.id))
  await desk.getByLabel('Hoeveel plaatsen zijn er?').fill('30')
  await desk.getByRole('button', { name: 'Kijk wat er verandert' }).click()
  await expect(desk.getByText('Was: 10 plaatsen')).toBeVisible()
  await db.session.update({ where: { id: session.id }, data: { capacity: 20 } })
  await desk.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(desk, 'Een collega heeft het aantal plaatsen net veranderd.')
  await expect(desk.getByLabel('Hoeveel plaatsen zijn er?')).toHaveValue('30')
  await desk.getByRole('button', { name: 'Kijk wat er verandert' }).click()
  await expect(desk.getByText('Was: 20 plaatsen')).toBeVisible()
  await desk.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(desk, 'Het aantal plaatsen is veranderd.')
})
