import { describe, expect, it } from 'vitest'
import { flashFor, idOr404, pageNumber } from '@/app/beheer/_lib/params'

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

describe('idOr404', () => {
  it('returns a UUID in lower case', () => {
    expect(idOr404(id.toUpperCase())).toBe(id)
  })

  it.each([undefined, null, '', 'x', 7, {}, [id], Symbol('id')])('ends as not found for %s', (value) => {
    expect(() => idOr404(value)).toThrow('NEXT_HTTP_ERROR_FALLBACK;404')
  })
})

describe('pageNumber', () => {
  it('reads a positive whole number', () => {
    expect(pageNumber('12')).toBe(12)
  })

  it.each([undefined, '0', '-1', '1.5', '9999999', ['2']])('takes the first page for %s', (value) => {
    expect(pageNumber(value)).toBe(1)
  })
})

describe('flashFor', () => {
  const flashes = { saved: { title: 'Bewaard.' } }

  it('returns the message of a known name', () => {
    expect(flashFor(flashes, 'saved')).toEqual({ title: 'Bewaard.' })
  })

  it.each([undefined, 'other', '__proto__', 'toString', ['saved']])('returns null for %s', (value) => {
    expect(flashFor(flashes, value)).toBeNull()
  })
})
