import { describe, expect, test } from 'vitest'
import {
  contactRefusal,
  findListPosition,
  isInFilter,
  isOpenGuarantee,
  normalizeThemeName,
  openGuaranteesFirst,
  paginateQuestions,
  roundStatistics,
} from '@/lib/triage/rules'
import { bulkSchema, questionFilterSchema, triageSchema, triageStates } from '@/lib/triage/schema'

const question = { state: 'new', inTime: true, themeId: null, ownerId: null } as const
const everything = { state: null, theme: null, owner: null, inTime: null }

describe('a promise', () => {
  test.each(triageStates)('to treat a question that is %s', (state) => {
    expect(isOpenGuarantee({ inTime: true, state })).toBe(state !== 'chosen' && state !== 'answered')
    expect(isOpenGuarantee({ inTime: false, state })).toBe(false)
  })

  test('is counted with the states', () => {
    const counts = roundStatistics([question, { ...question, state: 'chosen' }, { ...question, inTime: false }])
    expect(counts).toMatchObject({
      total: 3,
      inTime: 2,
      openGuarantees: 1,
      states: { new: 2, chosen: 1, outOfScope: 0 },
    })
  })
})

describe('a list', () => {
  test.each([
    [{ state: 'new' }, true],
    [{ state: 'chosen' }, false],
    [{ theme: 'none', owner: 'none' }, true],
    [{ theme: 'een-thema' }, false],
    [{ owner: 'iemand' }, false],
    [{ inTime: 'yes' }, true],
    [{ inTime: 'no' }, false],
  ] as const)('with the filter %j shows a new question: %s', (filter, shown) => {
    expect(isInFilter(question, { ...everything, ...filter })).toBe(shown)
  })

  test('reads its address, and what cannot be is no filter', () => {
    const strange = { state: 'weg', theme: "' OR 1=1", owner: ['a', 'b'], inTime: '\u0000' }
    expect(questionFilterSchema.parse(strange)).toEqual(everything)
    expect(questionFilterSchema.parse({})).toEqual(everything)
  })

  test('has pages, and a page beyond the last is the last', () => {
    const rows = Array.from({ length: 101 }, (_, index) => ({ id: String(index) }))
    expect(paginateQuestions(rows, 9)).toEqual({ page: 3, pages: 3, ids: ['100'] })
    expect(paginateQuestions([], 1)).toEqual({ page: 1, pages: 1, ids: [] })
  })

  test('is gone through in turn, whatever is decided on the way, and ends', () => {
    const turns = ['a', 'b', 'c'].map((id, index) => ({ ...question, id, sequenceNumber: index + 1 }))
    const decided = turns.map((each) => ({
      ...each,
      state: each.id === 'c' ? ('new' as const) : ('chosen' as const),
    }))
    expect(findListPosition(openGuaranteesFirst(decided), 'b', everything)).toEqual({ number: 2, of: 3, next: 'c' })
    expect(findListPosition(openGuaranteesFirst(decided), 'c', everything)).toEqual({ number: 3, of: 3, next: null })
    expect(findListPosition(decided, 'b', { ...everything, state: 'new' })).toEqual({ number: 1, of: 2, next: 'c' })
    expect(findListPosition(decided, 'weg', everything)).toEqual({ number: 0, of: 3, next: null })
  })
})

test('a theme is the same in capitals and with other spaces', () => {
  expect(normalizeThemeName('  Aan de  SLAG ')).toBe(normalizeThemeName('aan de slag'))
})

describe('an asker', () => {
  const session = { endsAt: new Date('2022-11-08T15:30:00Z'), cancelledAt: null }
  const asker = { contactWish: 'email', cancelledAt: null, session } as const
  const now = new Date('2022-10-01T08:00:00Z')

  test('may be approached in the way they chose, until the session is over', () => {
    expect(contactRefusal(asker, 'email', now)).toBeNull()
    expect(contactRefusal(asker, 'phone', now)).toBe('other-channel')
    expect(contactRefusal({ ...asker, contactWish: 'none' }, 'none', now)).toBe('no-contact')
    expect(contactRefusal({ ...asker, cancelledAt: now }, 'email', now)).toBe('asker-cancelled')
    expect(contactRefusal(asker, 'email', session.endsAt)).toBe('session-over')
  })
})

describe('the forms', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const reasons = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

  test('take one line for a theme, and have their limits', () => {
    const typed = { state: 'chosen', theme: ' Aan\r\nde slag\u0000 ', ownerId: '', note: '' }
    expect(triageSchema.parse(typed)).toEqual({ state: 'chosen', theme: 'Aan de slag', ownerId: null, note: '' })
    const long = triageSchema.safeParse({ ...typed, state: 'weg', theme: 'x'.repeat(81), note: 'x'.repeat(2001) })
    expect(reasons(long)).toEqual(['state: missing', 'theme: too-long', 'note: too-long'])
  })

  test('about many at once want something ticked and something to change', () => {
    expect(bulkSchema.parse({ ticked: [`${id}:3`], state: '', theme: 'Geld' })).toEqual({
      ticked: [{ answerId: id, version: 3 }],
      state: null,
      theme: 'Geld',
    })
    expect(reasons(bulkSchema.safeParse({ ticked: [], state: 'chosen', theme: '' }))).toEqual(['ticked: missing'])
    expect(reasons(bulkSchema.safeParse({ ticked: [`${id}:3`], state: '', theme: ' ' }))).toEqual(['state: missing'])
    expect(reasons(bulkSchema.safeParse({ ticked: [`${id}:x`, 'x:1'], state: 'chosen', theme: '' }))?.[0]).toMatch(
      /^ticked\.0/,
    )
  })
})
