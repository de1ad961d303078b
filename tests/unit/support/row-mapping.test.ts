import { describe, expect, test } from 'vitest'
import { differences, expectedRows, type Mapping, type Rows } from '@/tests/support/database/row-mapping'

const rows: Rows = {
  Letter: [{ id: '1', subject: 'Hello', selection: { inTime: 'yes' } }],
  Triage: [
    { id: '1', state: 'fresh' },
    { id: '2', state: 'chosen' },
  ],
}
const nothing: Mapping = { tables: {}, columns: {}, values: {}, added: {}, dropped: {}, moves: {}, created: {} }
const keys = { Letter: ['id'], Triage: ['id'] }

describe('expected rows', () => {
  test('equal the old rows when nothing is mapped', () => {
    expect(expectedRows(rows, nothing)).toEqual(rows)
  })

  test('have renamed tables, columns and values, and added and dropped columns', () => {
    const mapping: Mapping = {
      ...nothing,
      tables: { Letter: 'CustomMessage' },
      columns: { Letter: { subject: 'title' } },
      values: { Triage: { state: { fresh: 'new' } }, Letter: { subject: (subject) => `${subject}!` } },
      added: { Letter: { length: ({ subject }) => String(subject).length } },
      dropped: { Letter: ['selection'] },
      created: { Setting: [] },
    }
    expect(expectedRows(rows, mapping)).toEqual({
      CustomMessage: [{ id: '1', title: 'Hello!', length: 5 }],
      Triage: [
        { id: '1', state: 'new' },
        { id: '2', state: 'chosen' },
      ],
      Setting: [],
    })
  })

  test('are split over tables by a move', () => {
    const mapping: Mapping = {
      ...nothing,
      dropped: { Letter: ['selection'] },
      moves: {
        Letter: ({ id, selection }, { renamed }) => ({
          Letter: [renamed],
          Selection: [{ customMessageId: id, ...Object(selection) }],
        }),
      },
    }
    expect(expectedRows(rows, mapping)).toMatchObject({
      Letter: [{ id: '1', subject: 'Hello' }],
      Selection: [{ customMessageId: '1', inTime: 'yes' }],
    })
  })

  test('refuse a mapping with an unknown table, an unknown column, or two columns of one name', () => {
    expect(() => expectedRows(rows, { ...nothing, tables: { Leter: 'X' } })).toThrow('unknown table: Leter')
    expect(() => expectedRows(rows, { ...nothing, dropped: { Letter: ['sub'] } })).toThrow('unknown column: Letter.sub')
    expect(() => expectedRows(rows, { ...nothing, columns: { Letter: { subject: 'id' } } })).toThrow('become id')
  })
})

describe('differences', () => {
  const [letter = {}] = rows.Letter ?? []

  test('are none between equal rows in another order', () => {
    expect(differences(rows, { ...rows, Triage: rows.Triage?.toReversed() ?? [] }, keys)).toEqual([])
    expect(differences(rows, { ...rows, Triage: rows.Triage?.toReversed() ?? [] }, {})).toEqual([])
  })

  test('name a missing and an unexpected table', () => {
    expect(differences(rows, { Letter: [letter], Other: [] }, keys)).toEqual([
      'Other: the table is not expected',
      'Triage: the table is missing',
    ])
  })

  test('name a missing and an unexpected row', () => {
    expect(differences(rows, { ...rows, Triage: [{ id: '1', state: 'fresh' }, { id: '3' }] }, keys)).toEqual([
      'Triage 2: the row is missing',
      'Triage 3: the row is not expected',
    ])
  })

  test('name a missing column, an unexpected column and a changed value', () => {
    const { subject: _, ...rest } = letter
    expect(differences(rows, { ...rows, Letter: [{ ...rest, selection: null, text: '' }] }, keys)).toEqual([
      'Letter 1: selection is null, expected {"inTime":"yes"}',
      'Letter 1: column subject is missing',
      'Letter 1: column text is not expected',
    ])
  })
})
