import { describe, expect, test } from 'vitest'
import {
  addressOf,
  askedAt,
  everybody,
  filtersOf,
  knowsWhoTookPart,
  nextOrder,
  searchFrom,
} from '@/lib/registrations/rules'
import type { RegistrationSearch } from '@/lib/registrations/schema'
import { naughtyStrings } from '@/tests/support/naughty'

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
    const address = new URLSearchParams(addressOf(asked, 3))
    expect(searchFrom(Object.fromEntries(address))).toEqual(asked)
    expect(address.get('pagina')).toBe('3')
  })

  test('is empty when nothing is asked', () => {
    expect(addressOf(everybody)).toEqual({})
    expect(searchFrom({})).toEqual(everybody)
    expect(filtersOf({ ...everybody, order: 'name' })).toEqual([])
    expect(filtersOf(asked)).toEqual(['text', 'place', 'province', 'question', 'contact', 'tookPart', 'state'])
  })

  test('asks for nothing where it is strange', () => {
    const parts = ['gemeente', 'vraag', 'contact', 'meegedaan', 'stand', 'volgorde']
    for (const strange of naughtyStrings) {
      expect(searchFrom(Object.fromEntries(parts.map((part) => [part, strange])))).toEqual(everybody)
    }
    expect(searchFrom({ zoek: ['een', 'twee'], gemeente: undefined }).text).toBe('een')
    expect(searchFrom({ zoek: 'x'.repeat(5_000) }).text).toHaveLength(100)
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
    expect(knowsWhoTookPart(session, before)).toBe(false)
    expect(knowsWhoTookPart(session, session.endsAt)).toBe(true)
    expect(knowsWhoTookPart({ ...session, cancelledAt: before }, session.endsAt)).toBe(false)
  })

  test('is not looked for before that, whatever stands in an address that was shared', () => {
    const search = searchFrom({ meegedaan: 'no', gemeente: 'GM0344' })
    expect(askedAt(search, session, before)).toEqual({ ...search, tookPart: '' })
    expect(askedAt(search, session, session.endsAt)).toEqual(search)
  })
})
