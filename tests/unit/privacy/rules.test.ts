import { describe, expect, test } from 'vitest'
import { daysInWords, monthsInWords, termInWords } from '@/components/privacy/term-words'
import { keptSince, namesEraseAt, needsEraseAt } from '@/lib/privacy/rules'
import { terms } from '@/lib/privacy/schema-fields'

const keep = { needsDays: 28, namesMonths: 3, trailMonths: 12 }
const endsAt = new Date('2026-11-30T15:30:00Z')
const held = { endsAt, cancelledAt: null }

describe('the terms', () => {
  test('count from the end, over a change of the clock', () => {
    expect(needsEraseAt(held, keep)).toEqual(new Date('2026-12-28T15:30:00Z'))
    const inMarch = { endsAt: new Date('2026-03-10T15:30:00Z'), cancelledAt: null }
    expect(needsEraseAt(inMarch, keep)).toEqual(new Date('2026-04-07T14:30:00Z'))
  })

  test('end on the last day of a month that is too short', () => {
    expect(namesEraseAt(held, keep)).toEqual(new Date('2027-02-28T15:30:00Z'))
  })

  test('count from the day that a kennissessie was cancelled or somebody went off the list, when that was sooner', () => {
    const cancelledAt = new Date('2026-11-01T08:00:00Z')
    const offTheListAt = new Date('2026-10-01T08:00:00Z')
    expect(keptSince({ endsAt, cancelledAt })).toEqual(cancelledAt)
    expect(keptSince({ endsAt, cancelledAt, offTheListAt })).toEqual(offTheListAt)
    expect(keptSince({ ...held, offTheListAt: new Date('2026-12-05T08:00:00Z') })).toEqual(endsAt)
  })
})

describe('in words', () => {
  test.each([
    [daysInWords(28), '4 weken'],
    [daysInWords(7), '1 week'],
    [daysInWords(10), '10 dagen'],
    [daysInWords(1), '1 dag'],
    [monthsInWords(3), '3 maanden'],
    [monthsInWords(1), '1 maand'],
    [monthsInWords(24), '2 jaar'],
  ])('%s', (words, right) => {
    expect(words).toBe(right)
  })

  test('every term has a sentence', () => {
    for (const term of terms) expect(termInWords(term, keep)).toMatch(/^[A-Z].+\.$/)
  })
})
