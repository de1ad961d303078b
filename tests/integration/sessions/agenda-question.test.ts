import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSession } from '@/lib/sessions/details'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/form-questions'
import type { QuestionInput } from '@/lib/sessions/form-questions-schema'
import { listAllFormQuestions } from '@/lib/sessions/queries'
import { formFingerprint } from '@/lib/sessions/rules'
import { triageQuestion } from '@/lib/triage/decide'
import { currentDecision, october } from '@/tests/integration/triage/current-decision'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'

const actor = { now: october, organiserId: 'organisator' }
const done = { ok: true, value: null }
const open: QuestionInput = { label: 'Wat wil je weten?', hint: null, required: true, kind: 'text', options: [] }
const choice: QuestionInput = { ...open, label: 'Wat past?', kind: 'one', options: ['Een', 'Twee'] }
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
let answerIds: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  ;({ sessionId, questions: answerIds } = await createSessionWithQuestions(database.db, [{}, {}]))
})

const ids = async (session = sessionId) => (await listAllFormQuestions(session)).map(({ id }) => id)
const agendaQuestionIndexes = async (session = sessionId) =>
  (await listAllFormQuestions(session)).flatMap(({ isAgendaQuestion }, place) => (isAgendaQuestion ? [place] : []))
const chooseAgendaQuestion = async (place: number) => {
  const questions = await listAllFormQuestions(sessionId)
  return await changeQuestion(
    { sessionId, id: questions[place]?.id ?? '', change: 'treat', seen: formFingerprint(questions) },
    actor,
  )
}

test('an organiser chooses which question the vragenronde is about, and it is one', async () => {
  expect(await agendaQuestionIndexes()).toEqual([1])
  expect(await Promise.all([chooseAgendaQuestion(2), chooseAgendaQuestion(0), chooseAgendaQuestion(2)])).toEqual([
    done,
    done,
    done,
  ])
  expect(await agendaQuestionIndexes()).toHaveLength(1)
  await chooseAgendaQuestion(0)
  expect(await agendaQuestionIndexes()).toEqual([0])
  const trail = await database.db.auditEntry.findMany({ where: { action: 'agendaQuestionChosen' } })
  expect(trail.length).toBeGreaterThanOrEqual(2)
})

test('a question with choices it cannot be', async () => {
  await addQuestion(sessionId, { ...choice, id: randomUUID() }, actor)
  expect(await chooseAgendaQuestion(3)).toEqual({ ok: false, reason: 'not-free-text' })
  expect(await agendaQuestionIndexes()).toEqual([1])
})

test('once something was decided about its answers it stays, also while the vragenronde is closed', async () => {
  const decided = { ...(await currentDecision(sessionId, answerIds[0] ?? '')), note: 'Mooi' }
  expect(await triageQuestion(decided, actor)).toEqual(done)
  expect(await chooseAgendaQuestion(2)).toEqual({ ok: false, reason: 'triage-started' })
  expect(await agendaQuestionIndexes()).toEqual([1])
})

test('in a session from nothing it is the first that is answered in own words, and one that got choices is it no more', async () => {
  const made = await createSession({ details: content, times: sessionTimes2022, copyOf: null }, actor)
  const fresh = made.ok ? made.value.id : ''
  await addQuestion(fresh, { ...choice, id: randomUUID() }, actor)
  expect(await agendaQuestionIndexes(fresh)).toEqual([])
  await addQuestion(fresh, { ...open, id: randomUUID() }, actor)
  await addQuestion(fresh, { ...open, id: randomUUID() }, actor)
  expect(await agendaQuestionIndexes(fresh)).toEqual([1])

  const [, second = ''] = await ids(fresh)
  expect(await saveQuestion({ sessionId: fresh, id: second, input: choice, version: 1 }, actor)).toEqual(done)
  expect(await agendaQuestionIndexes(fresh)).toEqual([])
})

test('a copy treats the same question', async () => {
  await chooseAgendaQuestion(2)
  const made = await createSession(
    { details: { ...content, slug: 'kopie' }, times: sessionTimes2022, copyOf: sessionId },
    actor,
  )
  expect(await agendaQuestionIndexes(made.ok ? made.value.id : '')).toEqual([2])
})

test('it is not retired, deleted or given choices as long as the page promises to treat it', async () => {
  await database.db.answer.deleteMany({ where: { question: { sessionId } } })
  const questions = await listAllFormQuestions(sessionId)
  const id = questions[1]?.id ?? ''
  const refused = { ok: false, reason: 'is-agenda-question' }
  for (const change of ['retire', 'delete'] as const) {
    expect(await changeQuestion({ sessionId, id, change, seen: formFingerprint(questions) }, actor), change).toEqual(
      refused,
    )
  }
  expect(await saveQuestion({ sessionId, id, input: choice, version: 1 }, actor)).toEqual(refused)
  expect(await saveQuestion({ sessionId, id, input: { ...open, label: 'Wat vraag je?' }, version: 1 }, actor)).toEqual(
    done,
  )
  expect(await agendaQuestionIndexes()).toEqual([1])
  await chooseAgendaQuestion(0)
  expect(await saveQuestion({ sessionId, id, input: choice, version: 2 }, actor)).toEqual(done)
})
