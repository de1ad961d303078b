import { describe, expect, test } from 'vitest'
import {
  activeFilters,
  defaultSearch,
  nextOrder,
  type RegistrationSearch,
  searchFromQuery,
  searchFromUrl,
  searchToQuery,
} from '@/lib/registrations/admin/search-params'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

describe('the query of a registration search', () => {
  const asked: RegistrationSearch = {
    text: 'draagvlak & tijd = 100%',
    place: 'GM0344',
    province: 'Fryslân',
    question: 'later',
    contact: 'phone',
    tookPart: 'yes',
    state: 'all',
    order: '-place',
  }

  test('restores a complete search from its query', () => {
    const address = new URLSearchParams(searchToQuery(asked, 3))
    expect(searchFromQuery(Object.fromEntries(address))).toEqual(asked)
    expect(address.get('pagina')).toBe('3')
  })

  test('is empty for the default search', () => {
    expect(searchToQuery(defaultSearch)).toEqual({})
    expect(searchFromQuery({})).toEqual(defaultSearch)
    expect(activeFilters({ ...defaultSearch, order: 'name' })).toEqual([])
    expect(activeFilters(asked)).toEqual(['text', 'place', 'province', 'question', 'contact', 'tookPart', 'state'])
  })

  test('ignores invalid and repeated parameters and cuts long text', () => {
    const parts = ['gemeente', 'vraag', 'contact', 'meegedaan', 'stand', 'volgorde']
    for (const text of naughtyStrings) {
      expect(searchFromQuery(Object.fromEntries(parts.map((part) => [part, text])))).toEqual(defaultSearch)
    }
    expect(searchFromQuery({ zoek: ['een', 'twee'], gemeente: undefined }).text).toBe('een')
    expect(searchFromQuery({ zoek: 'x'.repeat(5_000) }).text).toHaveLength(100)
  })
})

test('the search of the export is that of the page: of a repeated parameter the first value counts', () => {
  const parameters = new URLSearchParams('stand=all&stand=cancelled&zoek=een&zoek=twee')
  const query = { stand: parameters.getAll('stand'), zoek: parameters.getAll('zoek') }
  expect(searchFromUrl(parameters)).toEqual(searchFromQuery(query))
  expect(searchFromUrl(parameters)).toEqual({ ...defaultSearch, state: 'all', text: 'een' })
})

test('nextOrder sorts ascending, then descending, and dates descending first', () => {
  expect(nextOrder('name', '-created')).toBe('name')
  expect(nextOrder('name', 'name')).toBe('-name')
  expect(nextOrder('name', '-name')).toBe('name')
  expect(nextOrder('created', 'name')).toBe('-created')
  expect(nextOrder('created', '-created')).toBe('created')
})
