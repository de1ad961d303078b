import { describe, expect, test } from 'vitest'
import {
  activeFilters,
  defaultSearch,
  isAttendanceKnown,
  nextOrder,
  searchFromQuery,
  searchToQuery,
  withoutUnknownAttendance,
} from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

describe('a search in an address', () => {
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

  test('is found again there, whole', () => {
    const address = new URLSearchParams(searchToQuery(asked, 3))
    expect(searchFromQuery(Object.fromEntries(address))).toEqual(asked)
    expect(address.get('pagina')).toBe('3')
  })

  test('is empty when nothing is asked', () => {
    expect(searchToQuery(defaultSearch)).toEqual({})
    expect(searchFromQuery({})).toEqual(defaultSearch)
    expect(activeFilters({ ...defaultSearch, order: 'name' })).toEqual([])
    expect(activeFilters(asked)).toEqual(['text', 'place', 'province', 'question', 'contact', 'tookPart', 'state'])
  })

  test('asks for nothing where it is strange', () => {
    const parts = ['gemeente', 'vraag', 'contact', 'meegedaan', 'stand', 'volgorde']
    for (const strange of naughtyStrings) {
      expect(searchFromQuery(Object.fromEntries(parts.map((part) => [part, strange])))).toEqual(defaultSearch)
    }
    expect(searchFromQuery({ zoek: ['een', 'twee'], gemeente: undefined }).text).toBe('een')
    expect(searchFromQuery({ zoek: 'x'.repeat(5_000) }).text).toHaveLength(100)
  })
})

test('a heading sorts up, and then down; moments start with the latest', () => {
  expect(nextOrder('name', '-created')).toBe('name')
  expect(nextOrder('name', 'name')).toBe('-name')
  expect(nextOrder('name', '-name')).toBe('name')
  expect(nextOrder('created', 'name')).toBe('-created')
  expect(nextOrder('created', '-created')).toBe('created')
})

describe('who took part', () => {
  const session = { endsAt: new Date('2022-11-08T15:30:00Z'), cancelledAt: null }
  const before = new Date(session.endsAt.getTime() - 1)

  test('is known once the kennissessie has been, and never of one that did not take place', () => {
    expect(isAttendanceKnown(session, before)).toBe(false)
    expect(isAttendanceKnown(session, session.endsAt)).toBe(true)
    expect(isAttendanceKnown({ ...session, cancelledAt: before }, session.endsAt)).toBe(false)
  })

  test('is not looked for before that, whatever stands in an address that was shared', () => {
    const search = searchFromQuery({ meegedaan: 'no', gemeente: 'GM0344' })
    expect(withoutUnknownAttendance(search, session, before)).toEqual({ ...search, tookPart: '' })
    expect(withoutUnknownAttendance(search, session, session.endsAt)).toEqual(search)
  })
})
