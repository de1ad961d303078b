import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

test('an organiser chooses which scheduled mails are sent', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.messages(session.id))
  await page.getByRole('link', { name: 'Mails die vanzelf gaan' }).click()
  await expectGoodPage(page)
  await page.getByLabel('Een uur van tevoren').uncheck()
  await page.getByLabel('Iedereen die was aangemeld').check()
  await page.getByLabel('Link naar een korte evaluatie').fill('http://example.nl')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expectGoodState(page)
  await expect(page.getByLabel('Een uur van tevoren')).not.toBeChecked()
  await page.getByLabel('Link naar een korte evaluatie').fill('https://example.nl/evaluatie')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(page, 'Bewaard.')
  await page.reload()
  await expect(page.getByLabel('Een uur van tevoren')).not.toBeChecked()
  await expect(page.getByLabel('Een week van tevoren')).toBeChecked()
  await expect(page.getByLabel('Iedereen die was aangemeld')).toBeChecked()
})

test('settings that would send mail at once are previewed with the number of mails', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const over = {
    questionDeadlineAt: daysFromNow(-20),
    registrationClosesAt: daysFromNow(-10),
    startsAt: daysFromNow(-2.1),
    endsAt: daysFromNow(-2),
  }
  const session = await createTestSession(db, over)
  const { id, email } = await addParticipant(db, session.id)
  const other = await addParticipant(db, session.id)
  await db.registration.updateMany({ where: { sessionId: session.id }, data: { createdAt: daysFromNow(-15) } })
  await db.registration.update({ where: { id }, data: { tookPartAt: daysFromNow(-2) } })
  const mails = () => db.message.count({ where: { sessionId: session.id } })

  await test.step('states which mails were sent', async () => {
    await page.goto(routes.notificationSettings(session.id))
    await expect(page.getByText('Dit moment is voorbij: deze mail gaat niet meer.')).toHaveCount(5)
    await expectGoodPage(page)
  })

  await test.step('previews the mail and the number of recipients', async () => {
    await page.getByLabel('Wie heeft meegedaan').check()
    await page.getByRole('textbox', { name: 'Om na te lezen' }).fill('Lees **dit** na.')
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expectResult(page, 'Bewaren stuurt meteen mail')
    await expect(page.getByText('1 persoon krijgt deze mail.')).toBeVisible()
    await expect(page.frameLocator('iframe').locator('strong', { hasText: 'dit' })).toBeVisible()
    await expectGoodState(page)
    expect(await db.notificationSettings.findUnique({ where: { sessionId: session.id } })).toMatchObject({
      followUpAudience: 'nobody',
      materials: '',
    })
  })

  await test.step('previews again after an edit or with another number of recipients', async () => {
    await page.getByLabel('Iedereen die was aangemeld').check()
    await page.getByRole('button', { name: 'Bewaren en mail 1 persoon' }).click()
    await expectResult(page, 'Je hebt nog iets veranderd')
    await db.registration.update({ where: { id: other.id }, data: { cancelledAt: new Date() } })
    await page.getByRole('button', { name: 'Bewaren en mail 2 mensen' }).click()
    await expectResult(page, 'Er is net iets veranderd aan wat er meteen uitgaat')
    await expectGoodState(page)
    expect(await mails()).toBe(0)
  })

  await test.step('saves and sends the mail', async () => {
    await page.getByRole('button', { name: 'Bewaren en mail 1 persoon' }).click()
    await expectResult(page, 'Bewaard.')
    await expect(page.getByLabel('Iedereen die was aangemeld')).toBeChecked()
    await expect.poll(mails, { timeout: 60_000 }).toBe(1)
    expect((await waitForOnlyMail(email)).text).toContain('Lees dit na.')
  })
})

test('the settings of a cancelled session state that no scheduled mail is sent', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), cancelledAt: new Date() })
  await page.goto(routes.notificationSettings(session.id))
  await expect(page.getByText('Er gaat geen mail meer vanzelf uit.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Bewaren' })).toHaveCount(0)
  await expectGoodPage(page)
})

test('a concurrent change of the settings is reported and not overwritten', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.notificationSettings(session.id))
  await db.notificationSettings.update({ where: { sessionId: session.id }, data: { remindWeekBefore: false } })
  await page.getByLabel('Een uur van tevoren').uncheck()
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(page, 'Een collega heeft dit net anders ingesteld.')
  await expectGoodState(page)
  await expect(page.getByLabel('Een uur van tevoren')).not.toBeChecked()
  expect(await db.notificationSettings.findUnique({ where: { sessionId: session.id } })).toMatchObject({
    remindHourBefore: true,
  })
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await expectResult(page, 'Bewaard.')
  expect(await db.notificationSettings.findUnique({ where: { sessionId: session.id } })).toMatchObject({
    remindHourBefore: false,
  })
})

test('an organiser cancels all waiting mails of a list and resends them', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const people = [await addParticipant(db, session.id), await addParticipant(db, session.id)]
  await db.message.createMany({
    data: people.map(({ id }) => ({
      id: randomUUID(),
      kind: 'release',
      dedupeKey: `release:${session.id}:1:${id}`,
      sessionId: session.id,
      registrationId: id,
      dueAt: daysFromNow(3),
      createdAt: new Date(),
    })),
  })
  await page.goto(routes.messages(session.id, { show: 'waiting' }))
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Stop deze 2 mails' }).click()
  await expectResult(page, '2 mails zijn gestopt.')
  await expectGoodState(page)
  await page.getByRole('link', { name: 'wat niet is verstuurd' }).click()
  await expect(page.getByRole('cell', { name: /iemand heeft hem gestopt/ })).toHaveCount(2)
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Stuur 2 mails nog een keer' }).click()
  await expectResult(page, '2 mails gaan nog een keer uit.')
  await expectGoodState(page)
  await expect(page.getByRole('button', { name: /nog een keer/ })).toHaveCount(0)
  expect(await db.message.count({ where: { sessionId: session.id, resendOfId: { not: null } } })).toBe(2)
})
