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
