import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerParticipant } from '@/lib/registrations/register'
import { addQuestion, changeQuestion, saveQuestion } from '@/lib/sessions/form-questions'
import { type QuestionChange, type QuestionInput, questionLimits } from '@/lib/sessions/form-questions-schema'
import { getSessionForm, listAllFormQuestions } from '@/lib/sessions/queries'
import { formFingerprint } from '@/lib/sessions/rules'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'

const october = new Date('2022-10-01T08:00:00Z')
const actor = { now: october, organiserId: 'organisator' }
const done = { ok: true, value: null }
const refused = (reason: string) => ({ ok: false, reason })
const input: QuestionInput = { label: 'Wat past?', hint: null, required: true, kind: 'one', options: ['Een', 'Twee'] }

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
beforeEach(async () => {
  await db.auditEntry.deleteMany()
  session = await createTestSession(db)
})

const questionId = (index: number) => session.questions[index]?.id ?? ''
const labels = async () => (await getSessionForm(session.slug))?.questions.map(({ label }) => label)
const currentFingerprint = async () => formFingerprint(await listAllFormQuestions(session.id))
const change = async (id: string, questionChange: QuestionChange, seen?: string) =>
  changeQuestion(
    { sessionId: session.id, id, change: questionChange, seen: seen ?? (await currentFingerprint()) },
    actor,
  )
const add = (id: string = randomUUID()) => addQuestion(session.id, { ...input, id }, actor)
const register = () =>
  registerParticipant(registrationInputFor(session, { email: `${randomUUID()}@example.nl` }), { now: october })
const actions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)

describe('a form question', () => {
  test('is added once at the end when it is sent three times', async () => {
    const id = randomUUID()
    expect(await Promise.all([add(id), add(id), add(id)])).toEqual(Array(3).fill(done))
    const form = await getSessionForm(session.slug)
    expect(form?.questions.at(-1)).toEqual({ ...input, id })
    expect(form?.questions).toHaveLength(4)
    expect(await actions()).toEqual(['formQuestionAdded'])
  })

  test('is not added under the id of a question of another session', async () => {
    const other = await createTestSession(db)
    await add(other.questions[0]?.id)
    expect((await listAllFormQuestions(session.id)).length).toBe(3)
    expect(await db.question.findUnique({ where: { id: other.questions[0]?.id } })).toMatchObject({
      sessionId: other.id,
      label: 'Waar sta je?',
    })
  })

  test('is not added to a full form, also not concurrently', async () => {
    const results = await Promise.all(Array.from({ length: 15 }, () => add()))
    expect(results.filter(({ ok }) => ok)).toHaveLength(questionLimits.activeQuestions - 3)
    expect(results).toContainEqual(refused('too-many'))
    expect(await labels()).toHaveLength(questionLimits.activeQuestions)
  })

  test('moves up and down within the ends of the form', async () => {
    await change(questionId(2), 'up')
    expect(await labels()).toEqual(['Waar sta je?', 'Wat heb je geprobeerd?', 'Wat wil je weten?'])
    await change(questionId(0), 'down')
    expect(await labels()).toEqual(['Wat heb je geprobeerd?', 'Waar sta je?', 'Wat wil je weten?'])
    expect(await change(questionId(2), 'up')).toEqual(done)
    expect(await change(questionId(1), 'down')).toEqual(done)
    expect(await labels()).toEqual(['Wat heb je geprobeerd?', 'Waar sta je?', 'Wat wil je weten?'])
  })

  test('moves past retired questions', async () => {
    expect(await change(questionId(1), 'retire')).toEqual(refused('is-agenda-question'))
    await change(questionId(2), 'choose')
    await change(questionId(1), 'retire')
    await change(questionId(2), 'up')
    expect(await labels()).toEqual(['Wat heb je geprobeerd?', 'Waar sta je?'])
    await change(questionId(1), 'restore')
    expect(await labels()).toContain('Wat wil je weten?')
  })

  test('is moved by one of two organisers who saw the same form', async () => {
    const seen = await currentFingerprint()
    const moves = await Promise.all([change(questionId(2), 'up', seen), change(questionId(0), 'down', seen)])
    expect(moves).toContainEqual(done)
    expect(moves).toContainEqual(refused('changed-meanwhile'))
    expect(await actions()).toEqual(['formQuestionMoved'])
  })

  test('cannot be changed through another session', async () => {
    const other = await createTestSession(db)
    expect(await change(other.questions[0]?.id ?? '', 'retire')).toEqual(refused('unknown-question'))
    expect(
      await saveQuestion({ sessionId: session.id, id: other.questions[0]?.id ?? '', input, version: 1 }, actor),
    ).toEqual(refused('unknown-question'))
  })
})

describe('a form question with answers', () => {
  test('cannot be deleted and keeps its answers when it is retired', async () => {
    await register()
    expect(await change(questionId(0), 'delete')).toEqual(refused('has-answers'))
    expect(await change(questionId(0), 'retire')).toEqual(done)
    expect(await labels()).toHaveLength(2)
    expect((await listAllFormQuestions(session.id)).find(({ id }) => id === questionId(0))).toMatchObject({
      answers: 1,
    })
    expect(await change(questionId(0), 'delete')).toEqual(refused('has-answers'))
  })

  test('cannot be deleted while a participant is answering it', async () => {
    const seen = await currentFingerprint()
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    let started = () => {}
    const start = new Promise<void>((resolve) => {
      started = resolve
    })
    await register()
    const { id: registrationId } = await db.registration.findFirstOrThrow({ where: { sessionId: session.id } })
    await db.answer.deleteMany({ where: { registrationId } })
    const answering = db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Session" WHERE "id" = ${session.id}::uuid FOR KEY SHARE`
      started()
      await finished
      await tx.answer.create({ data: { id: randomUUID(), registrationId, questionId: questionId(0), text: 'x' } })
    })
    await start
    const deleting = change(questionId(0), 'delete', seen)
    await wait(300)
    finish()
    await answering
    expect(await deleting).toEqual(refused('has-answers'))
  })

  test('keeps its kind and its answers when it is reworded', async () => {
    await register()
    const save = (different: Partial<QuestionInput>, version = 1) =>
      saveQuestion({ sessionId: session.id, id: questionId(0), input: { ...input, ...different }, version }, actor)
    expect(await save({ kind: 'one' })).toEqual(refused('kind-is-fixed'))
    expect(await save({ kind: 'text', label: 'Waar staan jullie?', options: [] })).toEqual(done)
    const { answers } = await db.registration.findFirstOrThrow({
      where: { sessionId: session.id },
      include: { answers: { where: { questionId: questionId(0) } } },
    })
    expect(answers).toMatchObject([{ text: 'Antwoord 1' }])
  })
})

describe('a form question without answers', () => {
  test('can be deleted', async () => {
    expect(await change(questionId(0), 'delete')).toEqual(done)
    expect(await db.question.count({ where: { sessionId: session.id } })).toBe(2)
    expect(await change(questionId(0), 'delete')).toEqual(refused('unknown-question'))
  })

  test('is reworded by one of two concurrent organisers', async () => {
    const save = (label: string) =>
      saveQuestion({ sessionId: session.id, id: questionId(0), input: { ...input, label }, version: 1 }, actor)
    const results = await Promise.all([save('Van de een'), save('Van de ander')])
    expect(results).toContainEqual(done)
    expect(results).toContainEqual(refused('changed-meanwhile'))
    expect(await actions()).toEqual(['formQuestionReworded'])
  })

  test('refuses a whole registration that answers a retired question', async () => {
    await change(questionId(0), 'retire')
    expect(await register()).toEqual(refused('unknown-question'))
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
  })
})
