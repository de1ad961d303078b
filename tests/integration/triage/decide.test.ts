import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { triageQuestion, triageQuestions } from '@/lib/triage/decide'
import { getAgendaQuestion, listPossibleOwners, listQuestionEntries, listThemes } from '@/lib/triage/queries'
import { closeRound } from '@/lib/triage/round'
import type { TriageInput } from '@/lib/triage/schema'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { currentDecision, october, unknownId } from './current-decision'

const { db } = await createTestDatabase()
let actor = { now: october, organiserId: '' }
let sessionId = ''
let questions: string[] = []
const first = () => questions[0] ?? ''

beforeAll(async () => {
  const made = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
  await createFirstOrganiser(made, actor)
  actor = { now: october, organiserId: (await db.organiser.findFirstOrThrow()).id }
})
beforeEach(async () => {
  await db.auditEntry.deleteMany()
  ;({ sessionId, questions } = await createSessionWithQuestions(db, Array(12).fill({})))
})

const decide = async (different: Partial<TriageInput & { version: number }> = {}, answerId = first()) =>
  triageQuestion({ ...(await currentDecision(sessionId, answerId)), ...different }, actor)

describe('triageQuestion', () => {
  test('stores state, theme, owner and note and audits them without their content', async () => {
    const decided = { state: 'chosen', theme: 'Draagvlak', ownerId: actor.organiserId, note: 'GEHEIM' } as const
    expect(await decide(decided)).toEqual({ ok: true, value: null })
    expect(await getAgendaQuestion(sessionId, first())).toMatchObject({
      state: 'chosen',
      theme: { name: 'Draagvlak' },
      owner: { name: 'Voorbeeld' },
      note: 'GEHEIM',
      version: 1,
    })
    const entries = await db.auditEntry.findMany()
    expect(entries).toMatchObject([
      {
        action: 'agendaQuestionTriaged',
        subjectType: 'answer',
        subjectId: first(),
        actorType: 'organiser',
        actorId: actor.organiserId,
      },
    ])
    expect(JSON.stringify(entries)).not.toMatch(/GEHEIM|Draagvlak|Antwoord/)
  })

  test('stores one of two concurrent decisions and refuses the other', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const seen = await currentDecision(sessionId, first())
      const both = await Promise.all([
        triageQuestion({ ...seen, note: `een ${attempt}` }, actor),
        triageQuestion({ ...seen, note: `twee ${attempt}` }, actor),
      ])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
      const kept = both[0]?.ok ? `een ${attempt}` : `twee ${attempt}`
      expect(await currentDecision(sessionId, first())).toMatchObject({ note: kept, version: seen.version + 1 })
    }
  })

  test('stores one decision when it is submitted twenty times at once', async () => {
    const seen = { ...(await currentDecision(sessionId, first())), state: 'chosen' as const, theme: 'Draagvlak' }
    const results = await Promise.all(Array.from({ length: 20 }, () => triageQuestion(seen, actor)))
    expect(results).toEqual(Array(20).fill({ ok: true, value: null }))
    expect(await db.auditEntry.count()).toBe(1)
    expect(await listThemes(sessionId)).toHaveLength(1)
  })

  test('refuses an unknown question, one of another session and one of a cancelled asker', async () => {
    const seen = await currentDecision(sessionId, first())
    const other = await createSessionWithQuestions(db, [{}])
    const triage = (different: object) => triageQuestion({ ...seen, state: 'chosen', ...different }, actor)
    expect(await triage({ answerId: unknownId })).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await triage({ sessionId: unknownId })).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await triage({ sessionId: other.sessionId })).toEqual({ ok: false, reason: 'unknown-question' })
    const notAsked = await db.answer.findFirstOrThrow({ where: { question: { sessionId, position: 1 } } })
    expect(await triage({ answerId: notAsked.id })).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await triage({ ownerId: 'niemand' })).toEqual({ ok: false, reason: 'unknown-owner' })
    await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await triage({})).toEqual({ ok: false, reason: 'asker-cancelled' })
    expect(await db.triage.count({ where: { answerId: first() } })).toBe(0)
  })

  test('refuses decisions in a closed round', async () => {
    const seen = await currentDecision(sessionId, first())
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 12 }, actor)
    expect(await triageQuestion({ ...seen, state: 'chosen' }, actor)).toEqual({ ok: false, reason: 'round-closed' })
    const marks = { ticked: [{ answerId: first(), version: 0 }], state: 'chosen' as const, theme: null }
    expect(await triageQuestions({ sessionId, ...marks }, actor)).toEqual({ ok: false, reason: 'round-closed' })
  })

  test('reuses a theme in another case and deletes a theme with its last question', async () => {
    await decide({ theme: 'Draagvlak' })
    await decide({ theme: 'DRAAGVLAK' }, questions[1])
    expect(await listThemes(sessionId)).toMatchObject([{ name: 'Draagvlak' }])
    await decide({ theme: '' })
    expect(await listThemes(sessionId)).toHaveLength(1)
    await decide({ theme: 'Anders' }, questions[1])
    expect(await listThemes(sessionId)).toMatchObject([{ name: 'Anders' }])
  })

  test('accepts only owners who can log in', async () => {
    const [invited, ended] = [randomUUID(), randomUUID()]
    const others = [
      { id: invited, name: 'Voorbeeld Gevraagd', email: 'gevraagd@example.nl' },
      { id: ended, name: 'Voorbeeld Voorbij', email: 'voorbij@example.nl', acceptedAt: october, endedAt: october },
    ]
    await db.organiser.createMany({ data: others })
    expect(await listPossibleOwners()).toEqual([{ id: actor.organiserId, name: 'Voorbeeld' }])
    for (const ownerId of [invited, ended])
      expect(await decide({ ownerId })).toEqual({ ok: false, reason: 'unknown-owner' })
    await db.organiser.deleteMany({ where: { id: { in: [invited, ended] } } })
  })

  test('clears the owner when that organiser is deleted', async () => {
    const gone = { id: 'weg', name: 'Voorbeeld Weg', email: 'weg@example.nl' }
    await db.organiser.create({ data: gone })
    await decide({ ownerId: 'weg' })
    await db.organiser.delete({ where: { id: 'weg' } })
    expect(await getAgendaQuestion(sessionId, first())).toMatchObject({ owner: null })
  })
})

describe('triageQuestions', () => {
  const marks = (ids = questions, version = 0) => ids.map((answerId) => ({ answerId, version }))

  test('gives all questions a theme and a state with one audit entry each', async () => {
    const result = await triageQuestions({ sessionId, ticked: marks(), state: 'chosen', theme: 'Draagvlak' }, actor)
    expect(result).toEqual({ ok: true, value: { count: 12 } })
    const entries = await listQuestionEntries(sessionId)
    expect(new Set(entries.map(({ state }) => state))).toEqual(new Set(['chosen']))
    expect(await listThemes(sessionId)).toHaveLength(1)
    expect(await db.auditEntry.count()).toBe(12)
  })

  test('keeps values whose field is empty', async () => {
    await decide({ state: 'outOfScope', theme: 'Draagvlak', note: 'Blijft' })
    await triageQuestions({ sessionId, ticked: marks([first()], 1), state: null, theme: 'Geld' }, actor)
    expect(await currentDecision(sessionId, first())).toMatchObject({
      state: 'outOfScope',
      theme: 'Geld',
      note: 'Blijft',
    })
    await triageQuestions({ sessionId, ticked: marks([first()], 2), state: 'chosen', theme: null }, actor)
    expect(await currentDecision(sessionId, first())).toMatchObject({ state: 'chosen', theme: 'Geld' })
  })

  test('ignores a repeated submission and refuses to overwrite a later decision', async () => {
    const submit = () => triageQuestions({ sessionId, ticked: marks(), state: 'chosen', theme: 'Draagvlak' }, actor)
    await submit()
    expect(await submit()).toEqual({ ok: true, value: { count: 12 } })
    expect(await db.auditEntry.count()).toBe(12)
    await decide({ ...(await currentDecision(sessionId, first())), state: 'outOfScope' })
    expect(await submit()).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('changes no question when one changed meanwhile', async () => {
    await decide({ note: 'Van een collega' }, questions[11])
    const refused = await triageQuestions({ sessionId, ticked: marks(), state: 'outOfScope', theme: 'Geld' }, actor)
    expect(refused).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await db.triage.count({ where: { answer: { question: { sessionId } } } })).toBe(1)
    expect(await listThemes(sessionId)).toEqual([])
  })
})

describe('listQuestionEntries', () => {
  test('returns open guarantees first, then the programme, then the rest by date', async () => {
    const { sessionId: id, questions: asked } = await createSessionWithQuestions(
      db,
      [true, false, true, false].map((inTime) => ({ inTime })),
    )
    const [one = '', two = '', three = '', four = ''] = asked
    sessionId = id
    await decide({ state: 'chosen', theme: 'Later' }, one)
    await decide({ state: 'chosen', theme: 'Nog later' }, four)
    expect((await listQuestionEntries(id)).map((entry) => entry.id)).toEqual([three, one, four, two])
    await decide({ state: 'outOfScope' }, three)
    expect((await listQuestionEntries(id))[0]).toMatchObject({ id: three, state: 'outOfScope' })
    await decide({ state: 'answered' }, three)
    expect((await listQuestionEntries(id)).map((entry) => entry.id)).toEqual([one, four, three, two])
  })

  test('reads thousands of questions within a second', async () => {
    const { sessionId: id } = await createSessionWithQuestions(db, Array(5000).fill({}))
    const started = performance.now()
    expect(await listQuestionEntries(id)).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
