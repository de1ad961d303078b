import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { triageQuestion } from '@/lib/triage/decide'
import { countNewOpenGuaranteesBySession, getClosedRound } from '@/lib/triage/queries'
import { closeRound, reopenRound } from '@/lib/triage/round'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant } from '@/tests/support/fixtures/session'
import { addSeconds } from '@/tests/support/outbox'
import { currentDecision, october, unknownId } from './current-decision'

const actor = { now: october, organiserId: 'organisator' }
const { db } = await createTestDatabase()
let sessionId = ''
let questions: string[] = []

beforeAll(async () => {
  await createTestOrganiser(db)
})
beforeEach(async () => {
  await db.auditEntry.deleteMany()
  const askers = [{}, {}, { inTime: false }]
  ;({ sessionId, questions } = await createSessionWithQuestions(db, askers))
})

const decide = async (index: number, state: 'chosen' | 'answered' | 'outOfScope' | 'answerInWriting') =>
  triageQuestion({ ...(await currentDecision(sessionId, questions[index] ?? '')), state }, actor)
const close = (expected: number, explanation = '') => closeRound({ sessionId, explanation, expected }, actor)
const actions = async () => (await db.auditEntry.findMany()).map(({ action }) => action)

describe('closeRound', () => {
  test('requires and stores an explanation of open guarantees', async () => {
    await decide(0, 'chosen')
    expect(await close(1)).toEqual({ ok: false, reason: 'explanation-missing' })
    expect(await close(1, 'GEHEIM')).toEqual({ ok: true, value: null })
    expect(await getClosedRound(sessionId)).toMatchObject({
      explanation: 'GEHEIM',
      openGuarantees: 1,
      closedAt: october,
    })
    expect(await actions()).toContain('triageRoundClosedWithOpenGuarantees')
    expect(JSON.stringify(await db.auditEntry.findMany())).not.toContain('GEHEIM')
  })

  test.each(['outOfScope', 'answerInWriting'] as const)(
    'counts a guaranteed question in state %s as an open guarantee',
    async (state) => {
      await decide(0, 'answered')
      await decide(1, state)
      expect(await close(1)).toEqual({ ok: false, reason: 'explanation-missing' })
    },
  )

  test('needs no explanation without open guarantees', async () => {
    await decide(0, 'chosen')
    await decide(1, 'answered')
    expect(await close(0, 'Zomaar')).toEqual({ ok: true, value: null })
    expect(await getClosedRound(sessionId)).toMatchObject({ explanation: null, openGuarantees: 0 })
  })

  test('does not count the questions of cancelled askers', async () => {
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await close(0)).toEqual({ ok: true, value: null })
  })

  test('refuses another number of open guarantees than the organiser saw', async () => {
    expect(await close(1, 'Geen tijd')).toEqual({ ok: false, reason: 'guarantees-changed' })
    expect(await close(3, 'Geen tijd')).toEqual({ ok: false, reason: 'guarantees-changed' })
    expect(await getClosedRound(sessionId)).toBeNull()
  })

  test('closes once and includes or refuses a concurrent decision', async () => {
    const deciding = decide(0, 'chosen')
    const results = await Promise.all(Array.from({ length: 20 }, () => close(2, 'Geen tijd')))
    const decided = await deciding
    const closed = await getClosedRound(sessionId)
    if (decided.ok) expect(results).toEqual(Array(20).fill({ ok: false, reason: 'guarantees-changed' }))
    else expect(decided).toEqual({ ok: false, reason: 'round-closed' })
    expect(await db.triageRound.count({ where: { sessionId } })).toBe(closed ? 1 : 0)
  })

  test('can be undone by reopenRound and repeated', async () => {
    await close(2, 'Geen tijd')
    const closedRound = await getClosedRound(sessionId)
    expect(await decide(0, 'chosen')).toEqual({ ok: false, reason: 'round-closed' })
    const roundId = closedRound?.id ?? ''
    expect(await reopenRound({ sessionId, roundId: unknownId }, actor)).toEqual({
      ok: false,
      reason: 'changed-meanwhile',
    })
    expect(await reopenRound({ sessionId, roundId }, actor)).toEqual({ ok: true, value: null })
    expect(await reopenRound({ sessionId, roundId }, actor)).toEqual({ ok: true, value: null })
    expect(await decide(0, 'chosen')).toMatchObject({ ok: true })
    expect(await close(1, 'Toch geen tijd')).toMatchObject({ ok: true })
    expect(await reopenRound({ sessionId, roundId }, actor)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await db.triageRound.count({ where: { sessionId } })).toBe(2)
    expect((await actions()).filter((action) => action === 'triageRoundReopened')).toHaveLength(1)
  })

  test('refuses an unknown session', async () => {
    sessionId = unknownId
    expect(await close(0)).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await reopenRound({ sessionId, roundId: unknownId }, actor)).toEqual({
      ok: false,
      reason: 'unknown-session',
    })
  })
})

test('countNewOpenGuaranteesBySession counts guarantees after closing until the round is reopened', async () => {
  const later = { ...actor, now: addSeconds(october, 60) }
  await closeRound({ sessionId, explanation: 'Geen tijd', expected: 2 }, later)
  const newGuarantees = async () => (await countNewOpenGuaranteesBySession()).get(sessionId)
  expect(await newGuarantees()).toBeUndefined()
  const { id } = await addParticipant(db, sessionId)
  const { id: questionId } = await db.question.findFirstOrThrow({
    where: { sessionId, isAgendaQuestion: true },
  })
  await db.answer.create({ data: { registrationId: id, questionId, text: 'Nog een vraag' } })
  expect(await newGuarantees()).toBe(1)
  await reopenRound({ sessionId, roundId: (await getClosedRound(sessionId))?.id ?? '' }, actor)
  expect(await newGuarantees()).toBeUndefined()
})

test('the database refuses open guarantees without an explanation', async () => {
  const data = { sessionId, openGuarantees: 1, explanation: null, closedAt: october }
  await expect(db.triageRound.create({ data })).rejects.toThrow(/open_guarantees_need_explanation/)
})
