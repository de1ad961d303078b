import { beforeEach, expect, test } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import { changeOwnRegistration } from '@/lib/registrations/self-service/commands'
import { triageQuestion, triageQuestions } from '@/lib/triage/decide'
import { getAgendaQuestion, listQuestionEntries, listQuestionViews } from '@/lib/triage/queries'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { registrationInputFor } from '@/tests/support/fixtures/session'
import { currentDecision, october } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
const late = new Date('2022-10-20T08:00:00Z')
const { db } = await createTestDatabase()
let round: Awaited<ReturnType<typeof createSessionWithQuestions>>
beforeEach(async () => {
  round = await createSessionWithQuestions(db, [{}, { inTime: false }])
})

const answerId = () => round.questions[0] ?? ''
const decision = () => currentDecision(round.sessionId, answerId())
const question = () => getAgendaQuestion(round.sessionId, answerId())
const choose = async () => triageQuestion({ ...(await decision()), state: 'chosen' }, actor)

/** Changes or empties the agenda question of one asker through self-service. */
async function changeQuestion(text: string, now = october, index = 0) {
  const id = round.registrations[index] ?? ''
  const { version } = await db.registration.findUniqueOrThrow({ where: { id } })
  const { sessionId: _, idempotencyKey: __, email: ___, ...input } = registrationInputFor(round.session)
  const answers = Object.fromEntries(
    round.session.questions.map(({ id: asked, isAgendaQuestion }, index) => [
      asked,
      isAgendaQuestion ? text : `Antwoord ${index + 1} van ${index}`,
    ]),
  )
  const change = { ...input, name: `Voorbeeld ${index}`, answers, version, acknowledgesDeadline: true }
  return await changeOwnRegistration(createPersonalToken('manage', { id, tokenVersion: 1 }), change, { now })
}
const done = { ok: true, value: { changed: true } }

test('keeps the decision about a changed question and stores the text at the decision', async () => {
  await choose()
  expect(await question()).toMatchObject({ textAtDecision: null })
  expect(await changeQuestion('Een andere vraag')).toEqual(done)
  expect(await question()).toMatchObject({
    text: 'Een andere vraag',
    state: 'chosen',
    textAtDecision: 'Antwoord 2 van 0',
    textAtDeadline: null,
  })
  await changeQuestion('Nog een andere')
  expect(await question()).toMatchObject({ textAtDecision: 'Antwoord 2 van 0' })
  await changeQuestion('Antwoord 2 van 0')
  expect(await question()).toMatchObject({ textAtDecision: null })
})

test('confirming the same decision clears the text at the decision', async () => {
  await choose()
  const old = await decision()
  await changeQuestion('Een andere vraag')
  expect(await triageQuestion(old, actor), 'decision about the old text').toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  })
  expect(await question()).toMatchObject({ textAtDecision: 'Antwoord 2 van 0' })
  expect(await choose()).toEqual({ ok: true, value: null })
  expect(await question()).toMatchObject({ state: 'chosen', textAtDecision: null })
  const { version } = await decision()
  expect(await choose(), 'repeated submission').toEqual({ ok: true, value: null })
  expect((await decision()).version).toBe(version)
})

test('confirming a decision for many questions clears the text at the decision', async () => {
  const bulk = async () => {
    const { version } = await decision()
    const ticked = [{ answerId: answerId(), version }]
    return await triageQuestions({ sessionId: round.sessionId, ticked, state: 'chosen', theme: '' }, actor)
  }
  await bulk()
  await changeQuestion('Een andere vraag')
  expect(await bulk()).toEqual({ ok: true, value: { count: 1 } })
  expect(await question()).toMatchObject({ state: 'chosen', textAtDecision: null })
})

test('stores no earlier text for a changed question without a decision', async () => {
  await changeQuestion('Een andere vraag')
  expect(await question()).toMatchObject({ text: 'Een andere vraag', state: 'new', textAtDecision: null, version: 0 })
})

test('keeps the guarantee and the text at the deadline of a question changed after it', async () => {
  await changeQuestion('Na de termijn', late)
  await changeQuestion('Na de termijn', late, 1)
  const views = await listQuestionViews(round.questions)
  expect(
    views.map(({ text, textAtDeadline, askedBeforeDeadline }) => [text, textAtDeadline, askedBeforeDeadline]),
  ).toEqual([
    ['Na de termijn', 'Antwoord 2 van 0', true],
    ['Na de termijn', null, false],
  ])
  expect((await listQuestionEntries(round.sessionId)).map(({ askedBeforeDeadline }) => askedBeforeDeadline)).toEqual([
    true,
    false,
  ])
})

test('refuses to empty a question with a decision and gives none to a question first asked after the deadline', async () => {
  await choose()
  const optional = { where: { sessionId: round.sessionId }, data: { required: false } }
  await db.question.updateMany(optional)
  expect(await changeQuestion('')).toEqual({ ok: false, reason: 'has-decision' })
  await db.triage.deleteMany()
  expect(await changeQuestion('')).toEqual(done)
  expect(await question()).toBeNull()
  expect(await changeQuestion('Na de termijn', late)).toEqual(done)
  const entries = await listQuestionEntries(round.sessionId)
  expect(entries.map(({ askedBeforeDeadline }) => askedBeforeDeadline)).toEqual([false, false])
})
