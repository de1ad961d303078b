import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import { expectFormsKeepInput, failPosts } from '@/tests/support/browser/failed-submission'
import { expectAccessible } from '@/tests/support/browser/page-checks'
import { emailFor, registerThroughForm } from '@/tests/support/browser/self-service'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, logIn, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

// The browser reports each failed request.
test.use({ expectedBrowserErrors: /Failed to load resource/ })

test('every form of the admin area keeps its text when it cannot be sent', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), capacity: 5 })
  const { id: registrationId } = await addParticipant(db, session.id, { name: 'Voorbeeld Afgebroken' })
  const answer = await db.answer.create({
    data: { registrationId, questionId: session.questions[1]?.id ?? '', text: 'Hoe begin je?' },
  })
  const [question] = session.questions
  const paths = [
    routes.newSession(),
    routes.editSessionContent(session.id),
    routes.editSession(session.id),
    routes.formQuestions(session.id),
    routes.newFormQuestion(session.id),
    routes.formQuestion(session.id, question?.id ?? ''),
    routes.capacity(session.id),
    routes.rescheduleSession(session.id),
    routes.cancelSession(session.id),
    routes.release(session.id),
    routes.newRegistration(session.id),
    routes.registration(session.id, registrationId),
    routes.editRegistration(session.id, registrationId),
    routes.newCustomMessage(session.id),
    routes.notificationSettings(session.id),
    routes.mailTemplate(session.id, 'confirmation'),
    routes.agendaQuestions(session.id),
    routes.agendaQuestion(session.id, answer.id),
    routes.clarification(session.id, answer.id),
    routes.closeTriageRound(session.id),
    routes.personSearch(),
    routes.inviteOrganiser(),
    routes.accountName(),
    routes.accountPassword(),
    routes.twoFactor(),
  ]
  let forms = 0
  // The form in the menu, which logs out, is one of each page.
  for (const path of paths) forms += await expectFormsKeepInput(page, path)
  expect(forms).toBeGreaterThan(2 * paths.length)
  await expectAccessible(page)
})

test('every form of a participant keeps its text when it cannot be sent', async ({ page, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const ownUrl = await registerThroughForm(page, session.slug, emailFor('afgebroken'))
  const token = new URL(ownUrl).pathname.split('/')[2] ?? ''
  const release = {
    id: randomUUID(),
    sessionId: session.id,
    number: 1,
    onlineLink: 'https://v.example.nl/1',
    agenda: '-',
  }
  await db.release.create({ data: { ...release, releasedAt: new Date() } })
  for (const path of [
    routes.session(session.slug),
    routes.selfServiceTransfer(token),
    routes.selfServiceEmail(token),
    routes.selfServiceEdit(token),
    routes.selfServiceCancel(token),
    routes.selfServiceErase(token),
    routes.linkRecovery(),
    routes.forgotPassword(),
    routes.login(),
  ])
    expect(await expectFormsKeepInput(page, path), path).toBeGreaterThan(0)
  await expectAccessible(page)
})

test('a preview stays when its confirmation cannot be sent, and works the second time', async ({
  adminPage: page,
  db,
}) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await addParticipant(db, session.id)
  await page.goto(routes.newCustomMessage(session.id))
  await page.getByLabel('Onderwerp').fill('Lees je vast in?')
  await page.getByRole('textbox', { name: 'Tekst' }).fill('Dag {naam}, lees je vast in?')
  await page.getByRole('button', { name: 'Bekijk de mail' }).click()
  const send = page.getByRole('button', { name: 'Verstuur aan 1 persoon' })
  await failPosts(
    page,
    (route) => route.abort(),
    async () => {
      await send.click()
      await expect(page.getByText('Er is niets bewaard.')).toBeVisible()
    },
  )
  await expect(page.getByLabel('Onderwerp')).toHaveValue('Lees je vast in?')
  await send.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lees je vast in?')
})

test('a form says in place why the server did not handle it', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await addParticipant(db, session.id)
  const [subject, text] = [page.getByLabel('Onderwerp'), page.getByRole('textbox', { name: 'Tekst' })]
  const button = page.getByRole('button', { name: 'Bekijk de mail' })
  await page.goto(routes.newCustomMessage(session.id))
  await subject.fill('Lees je vast in?')

  await test.step('too much text', async () => {
    await text.evaluate((field: HTMLTextAreaElement) => {
      field.value = 'lang '.repeat(15_000)
    })
    await button.click()
    await expect(page.getByText('dit is te veel tekst')).toBeVisible()
    await expect(text).toHaveValue('lang '.repeat(15_000))
    await text.fill('Dag {naam}, lees je vast in?')
  })

  await test.step('a form of an older build', async () => {
    const goneAction = `40${'ab'.repeat(20)}`
    const sendToGoneAction = async (route: Parameters<Parameters<typeof failPosts>[1]>[0]) =>
      route.continue({ headers: { ...route.request().headers(), 'next-action': goneAction } })
    await failPosts(page, sendToGoneAction, async () => {
      await button.click()
      await expect(page.getByText('er is een nieuwe versie')).toBeVisible()
    })
    await expect(text).toHaveValue('Dag {naam}, lees je vast in?')
  })

  await test.step('a login that ended', async () => {
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await button.click()
    await expect(page.getByText('je was uitgelogd')).toBeVisible()
    const opened = page.waitForEvent('popup')
    await page.getByRole('link', { name: 'Log opnieuw in' }).click()
    const other = await opened
    await logIn(other)
    await other.close()
    await button.click()
    await expect(page.getByRole('heading', { name: '1 persoon krijgt deze mail' })).toBeVisible()
    await expect(subject).toHaveValue('Lees je vast in?')
    await page.context().addCookies(cookies)
  })
})
