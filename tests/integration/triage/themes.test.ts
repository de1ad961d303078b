import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { triageQuestion, triageQuestions } from '@/lib/triage/decide'
import { listProgramme, listThemes } from '@/lib/triage/queries'
import { closeRound } from '@/lib/triage/round'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { mergeThemes, moveUp, renameTheme } from '@/lib/triage/themes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
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
  ;({ sessionId, questions } = await createSessionWithQuestions(db, Array(6).fill({})))
  await assignTheme([0, 1], 'Draagvlak')
  await assignTheme([2, 3], 'Geld')
})

async function assignTheme(indexes: number[], theme: string) {
  for (const index of indexes) {
    const seen = await currentDecision(sessionId, questions[index] ?? '')
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

describe('renaming and merging themes', () => {
  test('renames once and refuses a taken name or a concurrent rename', async () => {
    const themeId = await idOf('Draagvlak')
    const rename = (currentName: string, name: string) => renameTheme({ sessionId, themeId, currentName, name }, actor)
    expect(await rename('Draagvlak', 'GELD')).toEqual({ ok: false, reason: 'name-taken' })
    const both = await Promise.all([rename('Draagvlak', 'Steun'), rename('Draagvlak', 'Bestuur')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await renameTheme({ sessionId, themeId: unknownId, currentName: '', name: 'x' }, actor)).toMatchObject({
      ok: false,
    })
    expect(await db.auditEntry.count({ where: { action: 'themeRenamed' } })).toBe(1)
  })

  test('renames to the name of a hidden theme and merges that theme', async () => {
    const [themeId, hiddenId] = [await idOf('Draagvlak'), await idOf('Geld')]
    const asked = { answers: { some: { id: { in: [questions[2] ?? '', questions[3] ?? ''] } } } }
    await db.registration.updateMany({ where: asked, data: { cancelledAt: october } })
    expect(await renameTheme({ sessionId, themeId, currentName: 'Draagvlak', name: 'Geld' }, actor)).toMatchObject({
      ok: true,
    })
    expect(await listThemes(sessionId)).toEqual([{ id: themeId, name: 'Geld' }])
    expect(await db.theme.count({ where: { id: hiddenId } })).toBe(0)
    expect(await db.triage.count({ where: { themeId } })).toBe(4)
  })

  test('redacts askers in theme names of the speaker brief', async () => {
    const themeId = await idOf('Geld')
    await renameTheme({ sessionId, themeId, currentName: 'Geld', name: 'Vraag van Voorbeeld 2 (v@example.nl)' }, actor)
    for (const withMunicipalities of [true, false])
      expect((await getSpeakerBrief(sessionId, { withMunicipalities })).map(({ theme }) => theme)).toContain(
        'Vraag van [naam] ([adres])',
      )
  })

  test('keeps themes apart in the speaker brief whose redacted names are equal', async () => {
    await renameTheme({ sessionId, themeId: await idOf('Geld'), currentName: 'Geld', name: 'Van Voorbeeld 2' }, actor)
    const themeId = await idOf('Draagvlak')
    await renameTheme({ sessionId, themeId, currentName: 'Draagvlak', name: 'Van Voorbeeld 1' }, actor)
    const brief = await getSpeakerBrief(sessionId, { withMunicipalities: true })
    expect(brief.map(({ theme }) => theme)).toEqual(['Van [naam]', 'Van [naam]'])
    expect(new Set(brief.map(({ id }) => id)).size).toBe(2)
  })

  test('makes an organiser with an open question of a renamed theme notice the change', async () => {
    const seen = await currentDecision(sessionId, questions[0] ?? '')
    await renameTheme({ sessionId, themeId: await idOf('Draagvlak'), currentName: 'Draagvlak', name: 'Steun' }, actor)
    expect(await triageQuestion({ ...seen, note: 'x' }, actor)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  })

  test('appends the questions of a merged theme and refuses unknown themes', async () => {
    expect(await merge('Draagvlak', 'Geld')).toEqual({ ok: true, value: null })
    expect(await programme()).toEqual([['Geld', 2, 3, 0, 1]])
    expect(await merge('Geld', 'Geld')).toEqual({ ok: false, reason: 'unknown-theme' })
    const other = await createSessionWithQuestions(db, [{}])
    const elsewhere = { sessionId: other.sessionId, themeId: await idOf('Geld'), intoId: unknownId }
    expect(await mergeThemes(elsewhere, actor)).toEqual({ ok: false, reason: 'unknown-theme' })
  })

  test('loses no question when a merge and decisions run at the same time', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const round = await createSessionWithQuestions(db, Array(6).fill({}))
      sessionId = round.sessionId
      questions = round.questions
      await assignTheme([0, 1], 'Draagvlak')
      await assignTheme([2, 3], 'Geld')
      const [themeId, intoId, seen] = [
        await idOf('Draagvlak'),
        await idOf('Geld'),
        await currentDecision(sessionId, questions[0] ?? ''),
      ]
      const ticked = [4, 5].map((index) => ({ answerId: questions[index] ?? '', version: 0 }))
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

describe('moveUp and listProgramme', () => {
  const up = (kind: 'theme' | 'question', id: string, aboveId: string) =>
    moveUp({ sessionId, kind, id, aboveId }, actor)

  test('move a theme, and a question within its theme', async () => {
    expect(await up('theme', await idOf('Geld'), await idOf('Draagvlak'))).toMatchObject({ ok: true })
    expect(await up('question', questions[1] ?? '', questions[0] ?? '')).toMatchObject({ ok: true })
    expect(await programme()).toEqual([
      ['Geld', 2, 3],
      ['Draagvlak', 1, 0],
    ])
  })

  test('move once when submitted twice at once', async () => {
    await assignTheme([4], 'Geld')
    const results = await Promise.all([1, 2].map(() => up('question', questions[4] ?? '', questions[3] ?? '')))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
    expect(await programme()).toContainEqual(['Geld', 2, 4, 3])
    expect(await up('question', questions[0] ?? '', questions[2] ?? '')).toMatchObject({ ok: false })
    expect(await up('question', unknownId, unknownId)).toMatchObject({ ok: false })
  })

  test('refuse changes in a closed round', async () => {
    await closeRound({ sessionId, explanation: 'Geen tijd', expected: 2 }, actor)
    const closed = { ok: false, reason: 'round-closed' }
    expect(await up('question', questions[1] ?? '', questions[0] ?? '')).toEqual(closed)
    expect(await merge('Draagvlak', 'Geld')).toEqual(closed)
    const rename = { sessionId, themeId: await idOf('Geld'), currentName: 'Geld', name: 'x' }
    expect(await renameTheme(rename, actor)).toEqual(closed)
  })

  test('leave out cancelled askers and their themes', async () => {
    await db.registration.updateMany({
      where: { answers: { some: { id: { in: [questions[0] ?? '', questions[1] ?? ''] } } } },
      data: { cancelledAt: october },
    })
    expect(await programme()).toEqual([['Geld', 2, 3]])
    expect((await listThemes(sessionId)).map(({ name }) => name)).toEqual(['Geld'])
  })
})
