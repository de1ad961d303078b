import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { triageQuestion, triageQuestions } from '@/lib/triage/decide'
import { listProgramme, listThemes } from '@/lib/triage/queries'
import { closeRound } from '@/lib/triage/round'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { mergeThemes, moveUp, renameTheme } from '@/lib/triage/themes'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
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
  ;({ sessionId, questions } = await createSessionWithQuestions(database.db, Array(6).fill({})))
  await assignTheme([0, 1], 'Draagvlak')
  await assignTheme([2, 3], 'Geld')
})

async function assignTheme(places: number[], theme: string) {
  for (const place of places) {
    const seen = await currentDecision(sessionId, questions[place] ?? '')
    expect(await triageQuestion({ ...seen, state: 'chosen', theme }, actor)).toMatchObject({ ok: true })
  }
}
const idOf = async (name: string) => (await listThemes(sessionId)).find((theme) => theme.name === name)?.id ?? unknownId
const programme = async () =>
  (await listProgramme(sessionId)).map(({ theme, questions: own }) => [
    theme?.name ?? null,
    ...own.map(({ id }) => questions.indexOf(id)),
  ])
const merge = async (from: string, into: string) =>
  mergeThemes({ sessionId, themeId: await idOf(from), intoId: await idOf(into) }, actor)

describe('a theme', () => {
  test('gets another name, unless it had another one meanwhile or another theme has it', async () => {
    const themeId = await idOf('Draagvlak')
    const rename = (seen: string, name: string) => renameTheme({ sessionId, themeId, seen, name }, actor)
    expect(await rename('Draagvlak', 'GELD')).toEqual({ ok: false, reason: 'name-taken' })
    const both = await Promise.all([rename('Draagvlak', 'Steun'), rename('Draagvlak', 'Bestuur')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await renameTheme({ sessionId, themeId: unknownId, seen: '', name: 'x' }, actor)).toMatchObject({
      ok: false,
    })
    expect(await database.db.auditEntry.count({ where: { action: 'themeRenamed' } })).toBe(1)
  })

  test('gets the name of one that nobody sees any more, as its askers cancelled, and takes it up', async () => {
    const [themeId, hiddenId] = [await idOf('Draagvlak'), await idOf('Geld')]
    const asked = { answers: { some: { id: { in: [questions[2] ?? '', questions[3] ?? ''] } } } }
    await database.db.registration.updateMany({ where: asked, data: { cancelledAt: october } })
    expect(await renameTheme({ sessionId, themeId, seen: 'Draagvlak', name: 'Geld' }, actor)).toMatchObject({
      ok: true,
    })
    expect(await listThemes(sessionId)).toEqual([{ id: themeId, name: 'Geld' }])
    expect(await database.db.theme.count({ where: { id: hiddenId } })).toBe(0)
    expect(await database.db.triage.count({ where: { themeId } })).toBe(4)
  })

  test('names no asker in what speakers read', async () => {
    const themeId = await idOf('Geld')
    await renameTheme({ sessionId, themeId, seen: 'Geld', name: 'Vraag van Voorbeeld 2 (v@example.nl)' }, actor)
    for (const withMunicipalities of [true, false])
      expect((await getSpeakerBrief(sessionId, { withMunicipalities })).map(({ theme }) => theme)).toContain(
        'Vraag van [naam] ([adres])',
      )
  })

  test('who has a question of it open when it gets another name, is told', async () => {
    const seen = await currentDecision(sessionId, questions[0] ?? '')
    await renameTheme({ sessionId, themeId: await idOf('Draagvlak'), seen: 'Draagvlak', name: 'Steun' }, actor)
    expect(await triageQuestion({ ...seen, note: 'x' }, actor)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('goes up in another, behind the questions that are there', async () => {
    expect(await merge('Draagvlak', 'Geld')).toEqual({ ok: true, value: null })
    expect(await programme()).toEqual([['Geld', 2, 3, 0, 1]])
    expect(await merge('Geld', 'Geld')).toEqual({ ok: false, reason: 'unknown-theme' })
    const other = await createSessionWithQuestions(database.db, [{}])
    const elsewhere = { sessionId: other.sessionId, themeId: await idOf('Geld'), intoId: unknownId }
    expect(await mergeThemes(elsewhere, actor)).toEqual({ ok: false, reason: 'unknown-theme' })
  })

  test('goes up in another while somebody gives it to questions: none is lost, and who saw the old one is told', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const round = await createSessionWithQuestions(database.db, Array(6).fill({}))
      sessionId = round.sessionId
      questions = round.questions
      await assignTheme([0, 1], 'Draagvlak')
      await assignTheme([2, 3], 'Geld')
      const [themeId, intoId, seen] = [
        await idOf('Draagvlak'),
        await idOf('Geld'),
        await currentDecision(sessionId, questions[0] ?? ''),
      ]
      const ticked = [4, 5].map((place) => ({ answerId: questions[place] ?? '', version: 0 }))
      const [merged, many, one] = await Promise.all([
        mergeThemes({ sessionId, themeId, intoId }, actor),
        triageQuestions({ sessionId, ticked, theme: 'Draagvlak', state: 'chosen' }, actor),
        triageQuestion({ ...seen, note: 'nieuw' }, actor),
      ])
      expect([merged, many]).toMatchObject([{ ok: true }, { ok: true }])
      if (!one.ok) expect(one.reason).toBe('changed-meanwhile')
      const parts = await programme()
      expect(parts.flatMap(([, ...own]) => own).sort()).toEqual([0, 1, 2, 3, 4, 5])
      expect(parts.every(([name]) => name === 'Geld' || name === 'Draagvlak')).toBe(true)
    }
  })
})

describe('the programme', () => {
  const up = (kind: 'theme' | 'question', id: string, before: string) => moveUp({ sessionId, kind, id, before }, actor)

  test('is put in order by buttons: a theme, and a question in its theme', async () => {
    expect(await up('theme', await idOf('Geld'), await idOf('Draagvlak'))).toMatchObject({ ok: true })
    expect(await up('question', questions[1] ?? '', questions[0] ?? '')).toMatchObject({ ok: true })
    expect(await programme()).toEqual([
      ['Geld', 2, 3],
      ['Draagvlak', 1, 0],
    ])
  })

  test('pressed twice, or by two at once, it moves once', async () => {
    await assignTheme([4], 'Geld')
    const presses = await Promise.all([1, 2].map(() => up('question', questions[4] ?? '', questions[3] ?? '')))
    expect(presses.filter(({ ok }) => ok)).toHaveLength(1)
    expect(presses.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await programme()).toContainEqual(['Geld', 2, 4, 3])
    expect(await up('question', questions[0] ?? '', questions[2] ?? '')).toMatchObject({ ok: false })
    expect(await up('question', unknownId, unknownId)).toMatchObject({ ok: false })
  })

  test('does not change in a round that is closed', async () => {
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 2 }, actor)
    const closed = { ok: false, reason: 'round-closed' }
    expect(await up('question', questions[1] ?? '', questions[0] ?? '')).toEqual(closed)
    expect(await merge('Draagvlak', 'Geld')).toEqual(closed)
    const rename = { sessionId, themeId: await idOf('Geld'), seen: 'Geld', name: 'x' }
    expect(await renameTheme(rename, actor)).toEqual(closed)
  })

  test('leaves out who cancelled, and what is not treated', async () => {
    await database.db.registration.updateMany({
      where: { answers: { some: { id: { in: [questions[0] ?? '', questions[1] ?? ''] } } } },
      data: { cancelledAt: october },
    })
    expect(await programme()).toEqual([['Geld', 2, 3]])
    expect((await listThemes(sessionId)).map(({ name }) => name)).toEqual(['Geld'])
  })
})
