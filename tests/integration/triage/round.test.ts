import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { triageQuestion } from '@/lib/triage/decide'
import { countNewOpenGuaranteesBySession, getClosedRound } from '@/lib/triage/queries'
import { closeRound, reopenRound } from '@/lib/triage/round'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant } from '@/tests/support/fixtures/session'
import { addSeconds } from '@/tests/support/outbox'
import { currentDecision, october, unknownId } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
let database: TestDatabase
let sessionId = ''
let questions: string[] = []

beforeAll(async () => {
  database = await createTestDatabase()
  await createTestOrganiser(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.auditEntry.deleteMany()
  const askers = [{}, {}, { inTime: false }]
  ;({ sessionId, questions } = await createSessionWithQuestions(database.db, askers))
})

const decide = async (place: number, state: 'chosen' | 'answered' | 'outOfScope' | 'answerInWriting') =>
  triageQuestion({ ...(await currentDecision(sessionId, questions[place] ?? '')), state }, actor)
const close = (expected: number, explanation = '') => closeRound({ sessionId, explanation, expected }, actor)
const trail = async () => (await database.db.auditEntry.findMany()).map(({ action }) => action)

describe('closing the vragenronde', () => {
  test('with a question in time that is not chosen and not answered takes a word why, which is kept', async () => {
    await decide(0, 'chosen')
    expect(await close(1)).toEqual({ ok: false, reason: 'explanation-missing' })
    expect(await close(1, 'GEHEIM')).toEqual({ ok: true, value: null })
    expect(await getClosedRound(sessionId)).toMatchObject({
      explanation: 'GEHEIM',
      openGuarantees: 1,
      closedAt: october,
    })
    expect(await trail()).toContain('triageRoundClosedWithOpenGuarantees')
    expect(JSON.stringify(await database.db.auditEntry.findMany())).not.toContain('GEHEIM')
  })

  test.each(['outOfScope', 'answerInWriting'] as const)(
    'a question in time that is %s is still an open promise',
    async (state) => {
      await decide(0, 'answered')
      await decide(1, state)
      expect(await close(1)).toEqual({ ok: false, reason: 'explanation-missing' })
    },
  )

  test('without open promises needs no word: one that came later was not promised', async () => {
    await decide(0, 'chosen')
    await decide(1, 'answered')
    expect(await close(0, 'Zomaar')).toEqual({ ok: true, value: null })
    expect(await getClosedRound(sessionId)).toMatchObject({ explanation: null, openGuarantees: 0 })
  })

  test('of somebody who cancelled nothing is promised any more', async () => {
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await close(0)).toEqual({ ok: true, value: null })
  })

  test('is refused when there are more or fewer than the organiser saw', async () => {
    expect(await close(1, 'Geen tijd')).toEqual({ ok: false, reason: 'guarantees-changed' })
    expect(await close(3, 'Geen tijd')).toEqual({ ok: false, reason: 'guarantees-changed' })
    expect(await getClosedRound(sessionId)).toBeNull()
  })

  test('twenty times at once is once; a decision at the same moment is in it or refused', async () => {
    const deciding = decide(0, 'chosen')
    const presses = await Promise.all(Array.from({ length: 20 }, () => close(2, 'Geen tijd')))
    const decided = await deciding
    const closed = await getClosedRound(sessionId)
    if (decided.ok) expect(presses).toEqual(Array(20).fill({ ok: false, reason: 'guarantees-changed' }))
    else expect(decided).toEqual({ ok: false, reason: 'round-closed' })
    expect(await database.db.triageRound.count({ where: { sessionId } })).toBe(closed ? 1 : 0)
  })

  test('can be undone, after which everything can change again, and closed once more', async () => {
    await close(2, 'Geen tijd')
    const closing = await getClosedRound(sessionId)
    expect(await decide(0, 'chosen')).toEqual({ ok: false, reason: 'round-closed' })
    const closingId = closing?.id ?? ''
    expect(await reopenRound({ sessionId, closingId: unknownId }, actor)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await reopenRound({ sessionId, closingId }, actor)).toEqual({ ok: true, value: null })
    expect(await reopenRound({ sessionId, closingId }, actor)).toEqual({ ok: true, value: null })
    expect(await decide(0, 'chosen')).toMatchObject({ ok: true })
    expect(await close(1, 'Toch geen tijd')).toMatchObject({ ok: true })
    expect(await reopenRound({ sessionId, closingId }, actor)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await database.db.triageRound.count({ where: { sessionId } })).toBe(2)
    expect((await trail()).filter((action) => action === 'triageRoundReopened')).toHaveLength(1)
  })

  test('is refused of a session that is not there', async () => {
    sessionId = unknownId
    expect(await close(0)).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await reopenRound({ sessionId, closingId: unknownId }, actor)).toEqual({
      ok: false,
      reason: 'unknown-session',
    })
  })
})

test('a promise that comes in after the closing is counted, until the vragenronde is open again', async () => {
  const closing = { ...actor, now: addSeconds(october, 60) }
  await closeRound({ sessionId, explanation: 'Geen tijd', expected: 2 }, closing)
  const late = async () => (await countNewOpenGuaranteesBySession()).get(sessionId)
  expect(await late()).toBeUndefined()
  const { id } = await addParticipant(database.db, sessionId)
  const { id: questionId } = await database.db.question.findFirstOrThrow({
    where: { sessionId, isAgendaQuestion: true },
  })
  await database.db.answer.create({ data: { registrationId: id, questionId, text: 'Nog een vraag' } })
  expect(await late()).toBe(1)
  await reopenRound({ sessionId, closingId: (await getClosedRound(sessionId))?.id ?? '' }, actor)
  expect(await late()).toBeUndefined()
})

test('the database itself keeps no closing of a broken promise without a word', async () => {
  const data = { sessionId, openGuarantees: 1, explanation: null, closedAt: october }
  await expect(database.db.triageRound.create({ data })).rejects.toThrow(/open_guarantees_need_explanation/)
})
