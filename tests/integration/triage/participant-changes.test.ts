import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import { changeOwnRegistration } from '@/lib/registrations/self-service/change'
import { triageQuestion, triageQuestions } from '@/lib/triage/decide'
import { getAgendaQuestion, listQuestionEntries, listQuestionViews } from '@/lib/triage/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { registrationInputFor } from '@/tests/support/fixtures/session'
import { currentDecision, october } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
const late = new Date('2022-10-20T08:00:00Z')
let database: TestDatabase
let round: Awaited<ReturnType<typeof createSessionWithQuestions>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  round = await createSessionWithQuestions(database.db, [{}, { inTime: false }])
})

const answerId = () => round.questions[0] ?? ''
const decision = () => currentDecision(round.sessionId, answerId())
const question = () => getAgendaQuestion(round.sessionId, answerId())
const choose = async () => triageQuestion({ ...(await decision()), state: 'chosen' }, actor)

/** The asker of this place asks something else, or empties it. */
async function changeQuestion(text: string, now = october, index = 0) {
  const id = round.registrations[index] ?? ''
  const { version } = await database.db.registration.findUniqueOrThrow({ where: { id } })
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

test('a decision stays with the question that changes, and the desk is shown what it was about', async () => {
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

test('the same decision made again, having read it, is about the question of now', async () => {
  await choose()
  const old = await decision()
  await changeQuestion('Een andere vraag')
  expect(await triageQuestion(old, actor), 'who read the old one').toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await question()).toMatchObject({ textAtDecision: 'Antwoord 2 van 0' })
  expect(await choose()).toEqual({ ok: true, value: null })
  expect(await question()).toMatchObject({ state: 'chosen', textAtDecision: null })
  const { version } = await decision()
  expect(await choose(), 'twice is once').toEqual({ ok: true, value: null })
  expect((await decision()).version).toBe(version)
})

test('so it is when many are decided about at once', async () => {
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

test('a question that nobody decided about just reads anew', async () => {
  await changeQuestion('Een andere vraag')
  expect(await question()).toMatchObject({ text: 'Een andere vraag', state: 'new', textAtDecision: null, version: 0 })
})

test('what was asked in time stays an open promise, and is shown beside what it became', async () => {
  await changeQuestion('Na de termijn', late)
  await changeQuestion('Na de termijn', late, 1)
  const views = await listQuestionViews(round.questions)
  expect(views.map(({ text, textAtDeadline, inTime }) => [text, textAtDeadline, inTime])).toEqual([
    ['Na de termijn', 'Antwoord 2 van 0', true],
    ['Na de termijn', null, false],
  ])
  expect((await listQuestionEntries(round.sessionId)).map(({ inTime }) => inTime)).toEqual([true, false])
})

test('an answer with a decision is not emptied; what was first filled in after the deadline is not promised', async () => {
  await choose()
  const optional = { where: { sessionId: round.sessionId }, data: { required: false } }
  await database.db.question.updateMany(optional)
  expect(await changeQuestion('')).toEqual({ ok: false, reason: 'has-decision' })
  await database.db.triage.deleteMany()
  expect(await changeQuestion('')).toEqual(done)
  expect(await question()).toBeNull()
  expect(await changeQuestion('Na de termijn', late)).toEqual(done)
  const places = await listQuestionEntries(round.sessionId)
  expect(places.map(({ inTime }) => inTime)).toEqual([false, false])
})
