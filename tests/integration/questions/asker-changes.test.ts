import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { changeOwn } from '@/lib/own-sign-up/commands'
import { personalToken } from '@/lib/platform/personal-token'
import { triageMany, triageQuestion } from '@/lib/questions/commands'
import { getQuestion, listQuestionPlaces, listQuestionViews } from '@/lib/questions/queries'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { signUpFor } from '@/tests/support/sign-up'
import { october, standing } from './round'

const by = { now: october, organiserId: 'organisator' }
const late = new Date('2022-10-20T08:00:00Z')
let database: TestDatabase
let round: Awaited<ReturnType<typeof makeRound>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  round = await makeRound(database.db, [{}, { inTime: false }])
})

const answerId = () => round.questions[0] ?? ''
const stands = () => standing(round.sessionId, answerId())
const question = () => getQuestion(round.sessionId, answerId())
const choose = async () => triageQuestion({ ...(await stands()), state: 'chosen' }, by)

/** The asker of this place asks something else, or empties it. */
async function ask(text: string, now = october, place = 0) {
  const id = round.registrations[place] ?? ''
  const { version } = await database.db.registration.findUniqueOrThrow({ where: { id } })
  const { sessionId: _, submissionId: __, email: ___, ...input } = signUpFor(round.session)
  const answers = Object.fromEntries(
    round.session.questions.map(({ id: asked, isAsked }, index) => [
      asked,
      isAsked ? text : `Antwoord ${index + 1} van ${place}`,
    ]),
  )
  const change = { ...input, name: `Voorbeeld ${place}`, answers, version, knowsDeadline: true }
  return await changeOwn(personalToken('manage', { id, linkVersion: 1 }), change, { now })
}
const done = { ok: true, value: { changed: true } }

test('a decision stays with the question that changes, and the desk is shown what it was about', async () => {
  await choose()
  expect(await question()).toMatchObject({ textBefore: null })
  expect(await ask('Een andere vraag')).toEqual(done)
  expect(await question()).toMatchObject({
    text: 'Een andere vraag',
    state: 'chosen',
    textBefore: 'Antwoord 2 van 0',
    textInTime: null,
  })
  await ask('Nog een andere')
  expect(await question()).toMatchObject({ textBefore: 'Antwoord 2 van 0' })
  await ask('Antwoord 2 van 0')
  expect(await question()).toMatchObject({ textBefore: null })
})

test('the same decision made again, having read it, is about the question of now', async () => {
  await choose()
  const old = await stands()
  await ask('Een andere vraag')
  expect(await triageQuestion(old, by), 'who read the old one').toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await question()).toMatchObject({ textBefore: 'Antwoord 2 van 0' })
  expect(await choose()).toEqual({ ok: true, value: null })
  expect(await question()).toMatchObject({ state: 'chosen', textBefore: null })
  const { version } = await stands()
  expect(await choose(), 'twice is once').toEqual({ ok: true, value: null })
  expect((await stands()).version).toBe(version)
})

test('so it is when many are decided about at once', async () => {
  const bulk = async () => {
    const { version } = await stands()
    const ticked = [{ answerId: answerId(), version }]
    return await triageMany({ sessionId: round.sessionId, ticked, state: 'chosen', theme: '' }, by)
  }
  await bulk()
  await ask('Een andere vraag')
  expect(await bulk()).toEqual({ ok: true, value: { count: 1 } })
  expect(await question()).toMatchObject({ state: 'chosen', textBefore: null })
})

test('a question that nobody decided about just reads anew', async () => {
  await ask('Een andere vraag')
  expect(await question()).toMatchObject({ text: 'Een andere vraag', state: 'fresh', textBefore: null, version: 0 })
})

test('what was asked in time stays an open promise, and is shown beside what it became', async () => {
  await ask('Na de termijn', late)
  await ask('Na de termijn', late, 1)
  const views = await listQuestionViews(round.questions)
  expect(views.map(({ text, textInTime, inTime }) => [text, textInTime, inTime])).toEqual([
    ['Na de termijn', 'Antwoord 2 van 0', true],
    ['Na de termijn', null, false],
  ])
  expect((await listQuestionPlaces(round.sessionId)).map(({ inTime }) => inTime)).toEqual([true, false])
})

test('an answer with a decision is not emptied; what was first filled in after the deadline is not promised', async () => {
  await choose()
  const optional = { where: { sessionId: round.sessionId }, data: { required: false } }
  await database.db.question.updateMany(optional)
  expect(await ask('')).toEqual({ ok: false, reason: 'has-decision' })
  await database.db.triage.deleteMany()
  expect(await ask('')).toEqual(done)
  expect(await question()).toBeNull()
  expect(await ask('Na de termijn', late)).toEqual(done)
  const places = await listQuestionPlaces(round.sessionId)
  expect(places.map(({ inTime }) => inTime)).toEqual([false, false])
})
