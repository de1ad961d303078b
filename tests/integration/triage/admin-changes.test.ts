import { beforeEach, expect, test } from 'vitest'
import { cancelRegistration, restoreRegistration } from '@/lib/registrations/admin/cancellation'
import { updateRegistration } from '@/lib/registrations/update'
import { triageQuestion } from '@/lib/triage/decide'
import { getAgendaQuestion, listQuestionEntries } from '@/lib/triage/queries'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { registrationInputFor } from '@/tests/support/fixtures/session'
import { currentDecision, october } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let round: Awaited<ReturnType<typeof createSessionWithQuestions>>
beforeEach(async () => {
  round = await createSessionWithQuestions(db, [{}, {}])
  const decided = {
    ...(await currentDecision(round.sessionId, firstAnswerId())),
    state: 'chosen',
    note: 'Mooi',
  } as const
  await triageQuestion(decided, actor)
})

const firstAnswerId = () => round.questions[0] ?? ''
const id = () => round.registrations[0] ?? ''
const listedIds = async () => (await listQuestionEntries(round.sessionId)).map((question) => question.id).sort()

test('an agenda question that an organiser changes keeps its decision', async () => {
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const answers = { [first ?? '']: 'Anders', [second ?? '']: 'Een andere vraag', [third ?? '']: '' }
  const { idempotencyKey: _, ...input } = registrationInputFor(round.session, { answers })
  expect(await updateRegistration({ ...input, id: id(), version: 1 }, actor)).toEqual({ ok: true, value: null })
  expect(await getAgendaQuestion(round.sessionId, firstAnswerId())).toMatchObject({
    text: 'Een andere vraag',
    state: 'chosen',
    note: 'Mooi',
    otherAnswers: [expect.objectContaining({ text: 'Anders' })],
  })
})

test('refuses a decision about a question that a colleague changed meanwhile', async () => {
  const seen = await currentDecision(round.sessionId, firstAnswerId())
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const kept = { [first ?? '']: 'Antwoord 1 van 0', [third ?? '']: 'Antwoord 3 van 0' }
  const change = (text: string, version: number) => {
    const { idempotencyKey: _, ...input } = registrationInputFor(round.session, {
      answers: { ...kept, [second ?? '']: text },
    })
    return updateRegistration({ ...input, id: id(), version }, actor)
  }
  expect(await change('Antwoord 2 van 0', 1), 'unchanged question').toEqual({ ok: true, value: null })
  expect(await triageQuestion({ ...seen, note: 'Over de vraag van toen' }, actor)).toEqual({ ok: true, value: null })
  const again = await currentDecision(round.sessionId, firstAnswerId())
  expect(await change('Een andere vraag', 2)).toEqual({ ok: true, value: null })
  expect(await triageQuestion({ ...again, state: 'outOfScope' }, actor)).toEqual({
    ok: false,
    reason: 'changed-meanwhile',
  })
  expect(await currentDecision(round.sessionId, firstAnswerId())).toMatchObject({
    state: 'chosen',
    version: again.version + 1,
  })
})

test('refuses to empty an answer with a decision or a clarification request', async () => {
  const [first, second, third] = round.session.questions.map((question) => question.id)
  const empty = async (registrationId: string) => {
    const answers = { [first ?? '']: 'Anders', [second ?? '']: '', [third ?? '']: '' }
    const { idempotencyKey: _, ...input } = registrationInputFor(round.session, {
      answers,
      email: `${registrationId}@example.nl`,
    })
    return await updateRegistration({ ...input, id: registrationId, version: 1 }, actor)
  }
  const [decided = '', untouched = ''] = round.registrations
  expect(await empty(decided)).toEqual({ ok: false, reason: 'has-decision' })
  expect(await getAgendaQuestion(round.sessionId, firstAnswerId())).toMatchObject({
    text: 'Antwoord 2 van 0',
    state: 'chosen',
  })

  const [, answerId = ''] = round.questions
  const request = {
    id: answerId,
    answerId,
    number: 1,
    channel: 'email' as const,
    requestedAt: october,
  }
  await db.clarificationRequest.create({ data: request })
  expect(await empty(untouched)).toEqual({ ok: false, reason: 'has-decision' })
  await db.clarificationRequest.delete({ where: { id: answerId } })
  expect(await empty(untouched)).toEqual({ ok: true, value: null })
})

test('hides the question of a cancelled registration and restores it with its decision', async () => {
  const statusChange = (version: number) => ({ sessionId: round.sessionId, id: id(), version, shouldNotify: false })
  await cancelRegistration(statusChange(1), actor)
  expect(await listedIds()).toEqual([round.questions[1]])
  expect(await triageQuestion(await currentDecision(round.sessionId, firstAnswerId()), actor)).toEqual({
    ok: false,
    reason: 'asker-cancelled',
  })
  await restoreRegistration(statusChange(2), actor)
  expect(await listedIds()).toEqual(round.questions.toSorted())
  expect(await getAgendaQuestion(round.sessionId, firstAnswerId())).toMatchObject({ state: 'chosen', note: 'Mooi' })
})
