import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createSession } from '@/lib/sessions/details'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/form-questions'
import type { QuestionInput } from '@/lib/sessions/form-questions-schema'
import { listAllFormQuestions } from '@/lib/sessions/queries'
import { formFingerprint } from '@/lib/sessions/rules'
import { triageQuestion } from '@/lib/triage/decide'
import { currentDecision, october } from '@/tests/integration/triage/current-decision'
import { createTestDatabase } from '@/tests/support/database/test-database'
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

const { db } = await createTestDatabase()
let sessionId = ''
let answerIds: string[] = []
beforeEach(async () => {
  ;({ sessionId, questions: answerIds } = await createSessionWithQuestions(db, [{}, {}]))
})

const ids = async (session = sessionId) => (await listAllFormQuestions(session)).map(({ id }) => id)
const agendaQuestionIndexes = async (session = sessionId) =>
  (await listAllFormQuestions(session)).flatMap(({ isAgendaQuestion }, index) => (isAgendaQuestion ? [index] : []))
const chooseAgendaQuestion = async (index: number) => {
  const questions = await listAllFormQuestions(sessionId)
  return await changeQuestion(
    { sessionId, id: questions[index]?.id ?? '', change: 'choose', seen: formFingerprint(questions) },
    actor,
  )
}

test('choosing at the same time leaves exactly one agenda question', async () => {
  expect(await agendaQuestionIndexes()).toEqual([1])
  expect(await Promise.all([chooseAgendaQuestion(2), chooseAgendaQuestion(0), chooseAgendaQuestion(2)])).toEqual([
    done,
    done,
    done,
  ])
  expect(await agendaQuestionIndexes()).toHaveLength(1)
  await chooseAgendaQuestion(0)
  expect(await agendaQuestionIndexes()).toEqual([0])
  const trail = await db.auditEntry.findMany({ where: { action: 'agendaQuestionChosen' } })
  expect(trail.length).toBeGreaterThanOrEqual(2)
})

test('refuses a question with options as agenda question', async () => {
  await addQuestion(sessionId, { ...choice, id: randomUUID() }, actor)
  expect(await chooseAgendaQuestion(3)).toEqual({ ok: false, reason: 'not-free-text' })
  expect(await agendaQuestionIndexes()).toEqual([1])
})

test('refuses another agenda question after the first triage decision', async () => {
  const decided = { ...(await currentDecision(sessionId, answerIds[0] ?? '')), note: 'Mooi' }
  expect(await triageQuestion(decided, actor)).toEqual(done)
  expect(await chooseAgendaQuestion(2)).toEqual({ ok: false, reason: 'triage-started' })
  expect(await agendaQuestionIndexes()).toEqual([1])
})

test('the first free-text question of a new session is the agenda question until it gets options', async () => {
  const created = await createSession({ details: content, times: sessionTimes2022, copyOf: null }, actor)
  const newSession = created.ok ? created.value.id : ''
  await addQuestion(newSession, { ...choice, id: randomUUID() }, actor)
  expect(await agendaQuestionIndexes(newSession)).toEqual([])
  await addQuestion(newSession, { ...open, id: randomUUID() }, actor)
  await addQuestion(newSession, { ...open, id: randomUUID() }, actor)
  expect(await agendaQuestionIndexes(newSession)).toEqual([1])

  const [, second = ''] = await ids(newSession)
  expect(await saveQuestion({ sessionId: newSession, id: second, input: choice, version: 1 }, actor)).toEqual(done)
  expect(await agendaQuestionIndexes(newSession)).toEqual([])
})

test('a copied session has the same agenda question', async () => {
  await chooseAgendaQuestion(2)
  const created = await createSession(
    { details: { ...content, slug: 'kopie' }, times: sessionTimes2022, copyOf: sessionId },
    actor,
  )
  expect(await agendaQuestionIndexes(created.ok ? created.value.id : '')).toEqual([2])
})

test('refuses to retire, delete or change the kind of the agenda question of a published session', async () => {
  await db.answer.deleteMany({ where: { question: { sessionId } } })
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
