import { describe, expect, test } from 'vitest'
import { describeRetention, formatDays, formatMonths } from '@/components/privacy/retention-copy'
import { dataRegister } from '@/lib/privacy/data-register'
import { namesPurgeAt, needsPurgeAt, retentionStart } from '@/lib/privacy/rules'

const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const endsAt = new Date('2026-11-30T15:30:00Z')
const dates = { endsAt, cancelledAt: null }

describe('retention periods', () => {
  test('start at the end of the session and span a daylight saving change', () => {
    expect(needsPurgeAt(dates, periods)).toEqual(new Date('2026-12-28T15:30:00Z'))
    const inMarch = { endsAt: new Date('2026-03-10T15:30:00Z'), cancelledAt: null }
    expect(needsPurgeAt(inMarch, periods)).toEqual(new Date('2026-04-07T14:30:00Z'))
  })

  test('end on the last day of a shorter month', () => {
    expect(namesPurgeAt(dates, periods)).toEqual(new Date('2027-02-28T15:30:00Z'))
  })

  test('start at an earlier cancellation of the session or the registration', () => {
    const cancelledAt = new Date('2026-11-01T08:00:00Z')
    const registrationCancelledAt = new Date('2026-10-01T08:00:00Z')
    expect(retentionStart({ endsAt, cancelledAt })).toEqual(cancelledAt)
    expect(retentionStart({ endsAt, cancelledAt, registrationCancelledAt })).toEqual(registrationCancelledAt)
    expect(retentionStart({ ...dates, registrationCancelledAt: new Date('2026-12-05T08:00:00Z') })).toEqual(endsAt)
  })
})

describe('retention copy', () => {
  test.each([
    [formatDays(28), '4 weken'],
    [formatDays(7), '1 week'],
    [formatDays(10), '10 dagen'],
    [formatDays(1), '1 dag'],
    [formatMonths(3), '3 maanden'],
    [formatMonths(1), '1 maand'],
    [formatMonths(24), '2 jaar'],
  ])('writes %s', (text, expected) => {
    expect(text).toBe(expected)
  })

  test('has a sentence for every retention class', () => {
    for (const { retention } of Object.values(dataRegister))
      expect(describeRetention(retention, periods)).toMatch(/^[A-Z].+\.$/)
  })
})
