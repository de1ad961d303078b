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

const question = { state: 'new', askedBeforeDeadline: true, themeId: null, ownerId: null } as const
const everything = { state: null, theme: null, owner: null, askedBeforeDeadline: null }

describe('isOpenGuarantee', () => {
  test.each(triageStates)('decides about a question in state %s', (state) => {
    expect(isOpenGuarantee({ askedBeforeDeadline: true, state })).toBe(state !== 'chosen' && state !== 'answered')
    expect(isOpenGuarantee({ askedBeforeDeadline: false, state })).toBe(false)
  })
})

test('roundStatistics counts the questions, the open guarantees and the questions in each state', () => {
  const late = { ...question, askedBeforeDeadline: false }
  expect(roundStatistics([question, { ...question, state: 'chosen' }, late])).toMatchObject({
    total: 3,
    openGuarantees: 1,
    states: { new: 2, chosen: 1, outOfScope: 0 },
  })
})

describe('the question list', () => {
  test.each([
    [{ state: 'new' }, true],
    [{ state: 'chosen' }, false],
    [{ theme: 'none', owner: 'none' }, true],
    [{ theme: 'een-thema' }, false],
    [{ owner: 'iemand' }, false],
    [{ askedBeforeDeadline: 'yes' }, true],
    [{ askedBeforeDeadline: 'no' }, false],
  ] as const)('applies the filter %j to a new question: %s', (filter, shown) => {
    expect(isInFilter(question, { ...everything, ...filter })).toBe(shown)
  })

  test('ignores invalid filters in the query string', () => {
    const strange = { state: 'weg', theme: "' OR 1=1", owner: ['a', 'b'], askedBeforeDeadline: '\u0000' }
    expect(questionFilterSchema.parse(strange)).toEqual(everything)
    expect(questionFilterSchema.parse({})).toEqual(everything)
  })

  test('returns the last page for a page beyond it', () => {
    const rows = Array.from({ length: 101 }, (_, index) => ({ id: String(index) }))
    expect(paginateQuestions(rows, 9)).toEqual({ page: 3, pages: 3, ids: ['100'] })
    expect(paginateQuestions([], 1)).toEqual({ page: 1, pages: 1, ids: [] })
  })

  test('keeps the position and the next question while organisers decide', () => {
    const sequence = ['a', 'b', 'c'].map((id, index) => ({ ...question, id, sequenceNumber: index + 1 }))
    const decided = sequence.map((entry) => ({
      ...entry,
      state: entry.id === 'c' ? ('new' as const) : ('chosen' as const),
    }))
    expect(findListPosition(openGuaranteesFirst(decided), 'b', everything)).toEqual({ number: 2, of: 3, next: 'c' })
    expect(findListPosition(openGuaranteesFirst(decided), 'c', everything)).toEqual({ number: 3, of: 3, next: null })
    expect(findListPosition(decided, 'b', { ...everything, state: 'new' })).toEqual({ number: 1, of: 2, next: 'c' })
    expect(findListPosition(decided, 'weg', everything)).toEqual({ number: 0, of: 3, next: null })
  })
})

test('normalizeThemeName ignores case and whitespace', () => {
  expect(normalizeThemeName('  Aan de  SLAG ')).toBe(normalizeThemeName('aan de slag'))
})

describe('contactRefusal', () => {
  const session = { endsAt: new Date('2022-11-08T15:30:00Z'), cancelledAt: null }
  const asker = { contactWish: 'email', cancelledAt: null, session } as const
  const now = new Date('2022-10-01T08:00:00Z')

  test('allows only the agreed channel until the session is over', () => {
    expect(contactRefusal(asker, 'email', now)).toBeNull()
    expect(contactRefusal(asker, 'phone', now)).toBe('other-channel')
    expect(contactRefusal({ ...asker, contactWish: 'none' }, 'none', now)).toBe('no-contact')
    expect(contactRefusal({ ...asker, cancelledAt: now }, 'email', now)).toBe('asker-cancelled')
    expect(contactRefusal(asker, 'email', session.endsAt)).toBe('session-over')
  })
})

describe('the triage forms', () => {
  const id = '00000000-0000-4000-8000-000000000000'
  const reasons = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)

  test('clean the theme to one line and apply limits', () => {
    const values = { state: 'chosen', theme: ' Aan\r\nde slag\u0000 ', ownerId: '', note: '' }
    expect(triageSchema.parse(values)).toEqual({
      state: 'chosen',
      theme: 'Aan de slag',
      ownerId: null,
      note: '',
      version: 0,
    })
    const long = triageSchema.safeParse({ ...values, state: 'weg', theme: 'x'.repeat(81), note: 'x'.repeat(2001) })
    expect(reasons(long)).toEqual(['state: missing', 'theme: too-long', 'note: too-long'])
  })

  test('require a selection and a change for many questions', () => {
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
