import { routes } from '@/lib/platform/routes'
import { triageLimits } from '@/lib/triage/schema'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { daysFromNow, timesNextMonth } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { addParticipant } from '@/tests/support/fixtures/session'

const pastTimes = {
  questionDeadlineAt: daysFromNow(-9),
  registrationClosesAt: daysFromNow(-8),
  startsAt: daysFromNow(-2),
  endsAt: daysFromNow(-1),
}
const closedRound = { openGuarantees: 1, explanation: 'Geen tijd' }

test('the admin area reports a guaranteed question that came in after the triage round was closed', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const { sessionId, session, questions } = await createSessionWithQuestions(db, [{}], timesNextMonth)

  await test.step('closing states until when questions are guaranteed', async () => {
    await page.goto(routes.closeTriageRound(sessionId))
    await expect(page.getByText('De vragentermijn loopt nog.')).toBeVisible()
    await page.getByLabel('Waarom komt deze vraag niet aan bod?').fill('De spreker is ziek.')
    await page.getByRole('button', { name: 'Sluit de vragenronde' }).click()
    await expect(page.getByText('De vragentermijn loopt nog tot')).toBeVisible()
    await expect(page.getByText('nadat de vragenronde was gesloten')).toHaveCount(0)
    await expectGoodPage(page)
  })

  const { id } = await addParticipant(db, sessionId)
  const questionId = session.questions[1]?.id ?? ''
  await db.answer.create({ data: { registrationId: id, questionId, text: 'Een vraag van later' } })

  await test.step('the round and the session list report it until the round is reopened', async () => {
    const news = page.getByText('1 vraag kwam op tijd, nadat de vragenronde was gesloten.')
    await page.goto(routes.agendaQuestions(sessionId))
    await expect(news).toBeVisible()
    await expect(page.getByRole('article').filter({ hasText: 'Een vraag van later' })).toBeVisible()
    await expectGoodPage(page)
    await page.goto(routes.admin())
    const way = page.locator(`a[href="${routes.agendaQuestions(sessionId)}"]`)
    await expect(page.getByRole('article').filter({ has: way })).toContainText('nadat de vragenronde was gesloten')
    await expectGoodPage(page)
    await way.click()
    await page.getByRole('link', { name: 'Heropen de vragenronde' }).click()
    await page.getByRole('button', { name: 'Heropen de vragenronde' }).click()
    await expect(page.getByText('2 vragen kwamen op tijd en zijn nog niet gekozen.')).toBeVisible()
    await expect(news).toHaveCount(0)
  })

  await test.step('no page offers an action that a closed round forbids', async () => {
    await db.triageRound.create({ data: { ...closedRound, sessionId, closedAt: daysFromNow(0) } })
    await page.goto(routes.agendaQuestion(sessionId, questions[0] ?? ''))
    await expect(page.getByText('Er verandert niets meer aan deze vraag.')).toBeVisible()
    await expect(page.getByRole('link', { name: /Toelichting/ })).toHaveCount(0)
    await page.goto(routes.clarification(sessionId, questions[0] ?? ''))
    await expect(page.getByText('Toelichting vragen kan daarom niet.')).toBeVisible()
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await expectGoodPage(page)
    await page.goto(routes.themes(sessionId))
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0)
    await expectGoodPage(page)
  })
})

test('after the session an organiser edits a result in a closed triage round until the mails are sent', async ({
  adminPage: page,
  db,
}) => {
  const { sessionId, questions, registrations } = await createSessionWithQuestions(db, [{}], pastTimes)
  const [question = '', registration = ''] = [questions[0], registrations[0]]
  await db.triageRound.create({ data: { ...closedRound, sessionId, closedAt: daysFromNow(0) } })
  await page.goto(routes.agendaQuestion(sessionId, question))
  await expectGoodPage(page)
  const text = page.getByLabel('Eigen tekst voor wie dit vroeg')
  const keep = page.getByRole('button', { name: 'Bewaar de tekst' })
  await text.fill('x'.repeat(triageLimits.resultText + 1))
  await keep.click()
  await expect(page).toHaveTitle(/^Fout: Vraag van Utrecht/)
  await expectGoodState(page)
  await text.fill('We schrijven je er een brief over.')
  await keep.click()
  await expectResult(page, 'Bewaard.')
  expect((await db.triage.findUnique({ where: { answerId: question } }))?.resultText).toBe(
    'We schrijven je er een brief over.',
  )

  await db.triage.update({ where: { answerId: question }, data: { resultText: 'Van een collega', version: 2 } })
  await text.fill('Van mij')
  await keep.click()
  await expectResult(page, 'Een collega heeft dit net veranderd.')
  await expect(page.getByText('Nu staat er: Van een collega.')).toBeVisible()
  await expect(text).toHaveValue('Van mij')
  await expectGoodState(page)

  const mail = {
    kind: 'questionResult' as const,
    dedupeKey: `outcome:${question}`,
    sessionId,
    registrationId: registration,
  }
  await db.message.create({ data: { ...mail, dueAt: daysFromNow(1), createdAt: daysFromNow(0) } })
  await keep.click()
  await expectResult(page, 'De mail over deze vraag is al onderweg.')
  await expect(text).toHaveValue('Van mij')
  await page.goto(routes.agendaQuestion(sessionId, question))
  await expect(page.getByText('Er verandert niets meer aan deze vraag.')).toBeVisible()
  await expect(page.getByRole('textbox')).toHaveCount(0)
  await expectGoodPage(page)
})

test('every triage page explains an empty round and a question of a cancelled participant', async ({
  adminPage: page,
  db,
}) => {
  const { sessionId, questions } = await createSessionWithQuestions(db, [{}], timesNextMonth)
  await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: daysFromNow(-1) } })
  const paths = {
    [routes.agendaQuestions(sessionId)]: 'Er zijn geen vragen om te laten zien.',
    [routes.themes(sessionId)]: 'Er is nog geen vraag gekozen.',
    [routes.speakerBrief(sessionId)]: 'Er is nog geen vraag gekozen.',
    [routes.closeTriageRound(sessionId)]: 'Er is geen vraag die op tijd kwam',
    [routes.agendaQuestion(sessionId, questions[0] ?? '')]: 'Wie dit vroeg, heeft zich afgemeld.',
    [routes.clarification(sessionId, questions[0] ?? '')]: 'Wie dit vroeg, heeft zich afgemeld.',
  }
  for (const [path, words] of Object.entries(paths)) {
    await page.goto(path)
    await expect(page.getByText(words).first()).toBeVisible()
    await expectGoodPage(page)
  }
  await db.question.updateMany({ where: { sessionId }, data: { isAgendaQuestion: false } })
  await page.goto(routes.agendaQuestions(sessionId))
  await expect(page.getByText('Er is nog niet gekozen welke vraag van het formulier jullie behandelen.')).toBeVisible()
  await expectGoodPage(page)
})
