import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { triageQuestion } from '@/lib/questions/commands'
import { getQuestion, listQuestionPlaces } from '@/lib/questions/queries'
import { changeRegistration } from '@/lib/registrations/desk'
import { cancelRegistration, restoreRegistration } from '@/lib/registrations/standing'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { signUpFor } from '@/tests/support/sign-up'
import { october, standing } from './round'

const by = { now: october, organiserId: 'organisator' }
let database: TestDatabase
let round: Awaited<ReturnType<typeof makeRound>>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  round = await makeRound(database.db, [{}, {}])
  const decided = { ...(await standing(round.sessionId, asked())), state: 'chosen', note: 'Mooi' } as const
  await triageQuestion(decided, by)
})

const asked = () => round.questions[0] ?? ''
const id = () => round.registrations[0] ?? ''
const listed = async () => (await listQuestionPlaces(round.sessionId)).map((question) => question.id).sort()

test('an answer that is changed at the desk reads anew, and keeps what was decided about it', async () => {
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const answers = { [first ?? '']: 'Anders', [second ?? '']: 'Een andere vraag', [third ?? '']: '' }
  const { submissionId: _, ...input } = signUpFor(round.session, { answers })
  expect(await changeRegistration({ ...input, id: id(), version: 1 }, by)).toEqual({ ok: true, value: null })
  expect(await getQuestion(round.sessionId, asked())).toMatchObject({
    text: 'Een andere vraag',
    state: 'chosen',
    note: 'Mooi',
    context: [expect.objectContaining({ text: 'Anders' })],
  })
})

test('who is deciding about a question that a colleague changes at the desk is told, and decides anew', async () => {
  const seen = await standing(round.sessionId, asked())
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const kept = { [first ?? '']: 'Antwoord 1 van 0', [third ?? '']: 'Antwoord 3 van 0' }
  const change = (text: string, version: number) => {
    const { submissionId: _, ...input } = signUpFor(round.session, { answers: { ...kept, [second ?? '']: text } })
    return changeRegistration({ ...input, id: id(), version }, by)
  }
  expect(await change('Antwoord 2 van 0', 1), 'the question stays as it is').toEqual({ ok: true, value: null })
  expect(await triageQuestion({ ...seen, note: 'Over de vraag van toen' }, by)).toEqual({ ok: true, value: null })
  const again = await standing(round.sessionId, asked())
  expect(await change('Een andere vraag', 2)).toEqual({ ok: true, value: null })
  expect(await triageQuestion({ ...again, state: 'outside' }, by)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect(await standing(round.sessionId, asked())).toMatchObject({ state: 'chosen', version: again.version + 1 })
})

test('an answer with a decision, or of which somebody was approached, is not emptied at the desk', async () => {
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const empty = async (registrationId: string) => {
    const answers = { [first ?? '']: 'Anders', [second ?? '']: '', [third ?? '']: '' }
    const { submissionId: _, ...input } = signUpFor(round.session, { answers, email: `${registrationId}@example.nl` })
    return await changeRegistration({ ...input, id: registrationId, version: 1 }, by)
  }
  const [decided = '', untouched = ''] = round.registrations
  expect(await empty(decided)).toEqual({ ok: false, reason: 'has-decision' })
  expect(await getQuestion(round.sessionId, asked())).toMatchObject({ text: 'Antwoord 2 van 0', state: 'chosen' })

  const [, answerId = ''] = round.questions
  const request = { id: answerId, answerId, number: 1, way: 'email' as const, askedAt: october, askedBy: 'organisator' }
  await database.db.clarificationRequest.create({ data: request })
  expect(await empty(untouched)).toEqual({ ok: false, reason: 'has-decision' })
  await database.db.clarificationRequest.delete({ where: { id: answerId } })
  expect(await empty(untouched)).toEqual({ ok: true, value: null })
})

test('who is taken off the list asks nothing any more, and who is put back asks it as it stood', async () => {
  const standingOf = (version: number) => ({ sessionId: round.sessionId, id: id(), version, tell: false })
  await cancelRegistration(standingOf(1), by)
  expect(await listed()).toEqual([round.questions[1]])
  expect(await triageQuestion(await standing(round.sessionId, asked()), by)).toEqual({
    ok: false,
    reason: 'asker-cancelled',
  })
  await restoreRegistration(standingOf(2), by)
  expect(await listed()).toEqual(round.questions.toSorted())
  expect(await getQuestion(round.sessionId, asked())).toMatchObject({ state: 'chosen', note: 'Mooi' })
})
