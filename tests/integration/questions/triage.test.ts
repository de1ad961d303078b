import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { triageMany, triageQuestion } from '@/lib/questions/commands'
import { getQuestion, listOwners, listQuestionPlaces, listThemes } from '@/lib/questions/queries'
import { closeRound } from '@/lib/questions/round'
import type { TriageInput } from '@/lib/questions/schema'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { makeRound } from '@/tests/support/questions'
import { october, standing, unknown } from './round'

let database: TestDatabase
let by = { now: october, organiserId: '' }
let sessionId = ''
let questions: string[] = []
const first = () => questions[0] ?? ''

beforeAll(async () => {
  database = await createTestDatabase()
  const made = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
  await createFirstOrganiser(made, by)
  by = { now: october, organiserId: (await database.db.organiser.findFirstOrThrow()).id }
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.auditEntry.deleteMany()
  ;({ sessionId, questions } = await makeRound(database.db, Array(12).fill({})))
})

const decide = async (different: Partial<TriageInput & { version: number }> = {}, answerId = first()) =>
  triageQuestion({ ...(await standing(sessionId, answerId)), ...different }, by)

describe('one question', () => {
  test('keeps state, theme, owner and note, and the trail says so without them', async () => {
    const decided = { state: 'chosen', theme: 'Draagvlak', ownerId: by.organiserId, note: 'GEHEIM' } as const
    expect(await decide(decided)).toEqual({ ok: true, value: null })
    expect(await getQuestion(sessionId, first())).toMatchObject({
      state: 'chosen',
      theme: { name: 'Draagvlak' },
      owner: { name: 'Voorbeeld' },
      note: 'GEHEIM',
      version: 1,
    })
    const trail = await database.db.auditEntry.findMany()
    expect(trail).toMatchObject([
      { action: 'question.triaged', subjectType: 'answer', subjectId: first(), actor: `organiser:${by.organiserId}` },
    ])
    expect(JSON.stringify(trail)).not.toMatch(/GEHEIM|Draagvlak|Antwoord/)
  })

  test('of two organisers at once: one wins, the other is told and nothing of theirs is there', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const seen = await standing(sessionId, first())
      const both = await Promise.all([
        triageQuestion({ ...seen, note: `een ${turn}` }, by),
        triageQuestion({ ...seen, note: `twee ${turn}` }, by),
      ])
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
      const kept = both[0]?.ok ? `een ${turn}` : `twee ${turn}`
      expect(await standing(sessionId, first())).toMatchObject({ note: kept, version: seen.version + 1 })
    }
  })

  test('pressed twenty times at once is decided once', async () => {
    const seen = { ...(await standing(sessionId, first())), state: 'chosen' as const, theme: 'Draagvlak' }
    const presses = await Promise.all(Array.from({ length: 20 }, () => triageQuestion(seen, by)))
    expect(presses).toEqual(Array(20).fill({ ok: true, value: null }))
    expect(await database.db.auditEntry.count()).toBe(1)
    expect(await listThemes(sessionId)).toHaveLength(1)
  })

  test('is refused when it is not there, is of another session, or its asker cancelled', async () => {
    const seen = await standing(sessionId, first())
    const other = await makeRound(database.db, [{}])
    const triage = (different: object) => triageQuestion({ ...seen, state: 'chosen', ...different }, by)
    expect(await triage({ answerId: unknown })).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await triage({ sessionId: unknown })).toEqual({ ok: false, reason: 'unknown-session' })
    expect(await triage({ sessionId: other.sessionId })).toEqual({ ok: false, reason: 'unknown-question' })
    const notAsked = await database.db.answer.findFirstOrThrow({ where: { question: { sessionId, position: 1 } } })
    expect(await triage({ answerId: notAsked.id })).toEqual({ ok: false, reason: 'unknown-question' })
    expect(await triage({ ownerId: 'niemand' })).toEqual({ ok: false, reason: 'unknown-owner' })
    await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
    expect(await triage({})).toEqual({ ok: false, reason: 'asker-cancelled' })
    expect(await database.db.triage.count({ where: { answerId: first() } })).toBe(0)
  })

  test('does not change any more in a round that is closed, alone or with others', async () => {
    const seen = await standing(sessionId, first())
    await closeRound({ sessionId, why: 'Geen tijd', expected: 12 }, by)
    expect(await triageQuestion({ ...seen, state: 'chosen' }, by)).toEqual({ ok: false, reason: 'round-closed' })
    const marks = { ticked: [{ answerId: first(), version: 0 }], state: 'chosen' as const, theme: null }
    expect(await triageMany({ sessionId, ...marks }, by)).toEqual({ ok: false, reason: 'round-closed' })
  })

  test('goes with the wrong case to the theme that is there, and the theme goes with its last question', async () => {
    await decide({ theme: 'Draagvlak' })
    await decide({ theme: 'DRAAGVLAK' }, questions[1])
    expect(await listThemes(sessionId)).toMatchObject([{ name: 'Draagvlak' }])
    await decide({ theme: '' })
    expect(await listThemes(sessionId)).toHaveLength(1)
    await decide({ theme: 'Anders' }, questions[1])
    expect(await listThemes(sessionId)).toMatchObject([{ name: 'Anders' }])
  })

  test('goes only to who may log in: not to who is invited, nor to whose access ended', async () => {
    const [invited, ended] = [randomUUID(), randomUUID()]
    const others = [
      { id: invited, name: 'Voorbeeld Gevraagd', email: 'gevraagd@example.nl' },
      { id: ended, name: 'Voorbeeld Voorbij', email: 'voorbij@example.nl', acceptedAt: october, endedAt: october },
    ]
    await database.db.organiser.createMany({ data: others })
    expect(await listOwners()).toEqual([{ id: by.organiserId, name: 'Voorbeeld' }])
    for (const ownerId of [invited, ended])
      expect(await decide({ ownerId })).toEqual({ ok: false, reason: 'unknown-owner' })
    await database.db.organiser.deleteMany({ where: { id: { in: [invited, ended] } } })
  })

  test('leaves its owner when that organiser goes', async () => {
    const gone = { id: 'weg', name: 'Voorbeeld Weg', email: 'weg@example.nl' }
    await database.db.organiser.create({ data: gone })
    await decide({ ownerId: 'weg' })
    await database.db.organiser.delete({ where: { id: 'weg' } })
    expect(await getQuestion(sessionId, first())).toMatchObject({ owner: null })
  })
})

describe('many questions', () => {
  const marks = (ids = questions, version = 0) => ids.map((answerId) => ({ answerId, version }))

  test('get a theme and a state at once, each with its entry in the trail', async () => {
    const result = await triageMany({ sessionId, ticked: marks(), state: 'chosen', theme: 'Draagvlak' }, by)
    expect(result).toEqual({ ok: true, value: { count: 12 } })
    const places = await listQuestionPlaces(sessionId)
    expect(new Set(places.map(({ state }) => state))).toEqual(new Set(['chosen']))
    expect(await listThemes(sessionId)).toHaveLength(1)
    expect(await database.db.auditEntry.count()).toBe(12)
  })

  test('keep what is left empty', async () => {
    await decide({ state: 'outside', theme: 'Draagvlak', note: 'Blijft' })
    await triageMany({ sessionId, ticked: marks([first()], 1), state: null, theme: 'Geld' }, by)
    expect(await standing(sessionId, first())).toMatchObject({ state: 'outside', theme: 'Geld', note: 'Blijft' })
    await triageMany({ sessionId, ticked: marks([first()], 2), state: 'chosen', theme: null }, by)
    expect(await standing(sessionId, first())).toMatchObject({ state: 'chosen', theme: 'Geld' })
  })

  test('stand as they did when the same press comes twice, and who decided otherwise meanwhile is not written over', async () => {
    const press = () => triageMany({ sessionId, ticked: marks(), state: 'chosen', theme: 'Draagvlak' }, by)
    await press()
    expect(await press()).toEqual({ ok: true, value: { count: 12 } })
    expect(await database.db.auditEntry.count()).toBe(12)
    await decide({ ...(await standing(sessionId, first())), state: 'outside' })
    expect(await press()).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('are all left alone when one is not as it was seen', async () => {
    await decide({ note: 'Van een collega' }, questions[11])
    const refused = await triageMany({ sessionId, ticked: marks(), state: 'outside', theme: 'Geld' }, by)
    expect(refused).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await database.db.triage.count({ where: { answer: { question: { sessionId } } } })).toBe(1)
    expect(await listThemes(sessionId)).toEqual([])
  })
})

describe('the order', () => {
  test('has on top what was promised and is not treated yet, then the programme, then the rest as it came in', async () => {
    const { sessionId: id, questions: asked } = await makeRound(
      database.db,
      [true, false, true, false].map((inTime) => ({ inTime })),
    )
    const [one = '', two = '', three = '', four = ''] = asked
    sessionId = id
    await decide({ state: 'chosen', theme: 'Later' }, one)
    await decide({ state: 'chosen', theme: 'Nog later' }, four)
    expect((await listQuestionPlaces(id)).map((place) => place.id)).toEqual([three, one, four, two])
    await decide({ state: 'outside' }, three)
    expect((await listQuestionPlaces(id))[0]).toMatchObject({ id: three, state: 'outside' })
    await decide({ state: 'answered' }, three)
    expect((await listQuestionPlaces(id)).map((place) => place.id)).toEqual([one, four, three, two])
  })

  test('of thousands is there in a moment', async () => {
    const { sessionId: id } = await makeRound(database.db, Array(5000).fill({}))
    const started = performance.now()
    expect(await listQuestionPlaces(id)).toHaveLength(5000)
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})
