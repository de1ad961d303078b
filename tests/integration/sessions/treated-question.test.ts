import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { triageQuestion } from '@/lib/questions/commands'
import { createSession } from '@/lib/sessions/edit'
import { listQuestions } from '@/lib/sessions/queries'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/questions'
import { orderOf } from '@/lib/sessions/rules'
import type { QuestionInput } from '@/lib/sessions/schema-questions'
import { october, standing } from '@/tests/integration/questions/round'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { moments2022 } from '@/tests/support/sign-up'

const by = { now: october, organiserId: 'organisator' }
const done = { ok: true, value: null }
const open: QuestionInput = { label: 'Wat wil je weten?', hint: null, required: true, kind: 'text', options: '' }
const choice: QuestionInput = { ...open, label: 'Wat past?', kind: 'one', options: 'Een\nTwee' }
const content = {
  title: 'Aan de slag',
  slug: '',
  summary: 'In het kort',
  body: 'Meer',
  audience: 'Voor iedereen',
  organisedBy: 'Voorbeeld',
  contactName: 'Voorbeeld',
  contactEmail: 'contact@example.nl',
}

let database: TestDatabase
let sessionId = ''
let answers: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ;({ sessionId, questions: answers } = await makeRound(database.db, [{}, {}]))
})

const ids = async (session = sessionId) => (await listQuestions(session)).map(({ id }) => id)
const treated = async (session = sessionId) =>
  (await listQuestions(session)).flatMap(({ isAsked }, place) => (isAsked ? [place] : []))
const treat = async (place: number) => {
  const questions = await listQuestions(sessionId)
  return await changeQuestion(
    { sessionId, id: questions[place]?.id ?? '', change: 'treat', seen: orderOf(questions) },
    by,
  )
}

test('an organiser chooses which question the vragenronde is about, and it is one', async () => {
  expect(await treated()).toEqual([1])
  expect(await Promise.all([treat(2), treat(0), treat(2)])).toEqual([done, done, done])
  expect(await treated()).toHaveLength(1)
  await treat(0)
  expect(await treated()).toEqual([0])
  const trail = await database.db.auditEntry.findMany({ where: { action: 'session.question-to-treat-chosen' } })
  expect(trail.length).toBeGreaterThanOrEqual(2)
})

test('a question with choices it cannot be', async () => {
  await addQuestion(sessionId, { ...choice, id: randomUUID() }, by)
  expect(await treat(3)).toEqual({ ok: false, reason: 'not-open' })
  expect(await treated()).toEqual([1])
})

test('once something was decided about its answers it stays, also while the vragenronde is closed', async () => {
  const decided = { ...(await standing(sessionId, answers[0] ?? '')), note: 'Mooi' }
  expect(await triageQuestion(decided, by)).toEqual(done)
  expect(await treat(2)).toEqual({ ok: false, reason: 'round-begun' })
  expect(await treated()).toEqual([1])
})

test('in a session from nothing it is the first that is answered in own words, and one that got choices is it no more', async () => {
  const made = await createSession({ content, times: moments2022, copyOf: null }, by)
  const fresh = made.ok ? made.value.id : ''
  await addQuestion(fresh, { ...choice, id: randomUUID() }, by)
  expect(await treated(fresh)).toEqual([])
  await addQuestion(fresh, { ...open, id: randomUUID() }, by)
  await addQuestion(fresh, { ...open, id: randomUUID() }, by)
  expect(await treated(fresh)).toEqual([1])

  const [, second = ''] = await ids(fresh)
  expect(await saveQuestion({ sessionId: fresh, id: second, input: choice, version: 1 }, by)).toEqual(done)
  expect(await treated(fresh)).toEqual([])
})

test('a copy treats the same question', async () => {
  await treat(2)
  const made = await createSession(
    { content: { ...content, slug: 'kopie' }, times: moments2022, copyOf: sessionId },
    by,
  )
  expect(await treated(made.ok ? made.value.id : '')).toEqual([2])
})

test('it is not retired, deleted or given choices as long as the page promises to treat it', async () => {
  await database.db.answer.deleteMany({ where: { question: { sessionId } } })
  const questions = await listQuestions(sessionId)
  const id = questions[1]?.id ?? ''
  const refused = { ok: false, reason: 'is-treated' }
  for (const change of ['retire', 'delete'] as const) {
    expect(await changeQuestion({ sessionId, id, change, seen: orderOf(questions) }, by), change).toEqual(refused)
  }
  expect(await saveQuestion({ sessionId, id, input: choice, version: 1 }, by)).toEqual(refused)
  expect(await saveQuestion({ sessionId, id, input: { ...open, label: 'Wat vraag je?' }, version: 1 }, by)).toEqual(
    done,
  )
  expect(await treated()).toEqual([1])
  await treat(0)
  expect(await saveQuestion({ sessionId, id, input: choice, version: 2 }, by)).toEqual(done)
})
