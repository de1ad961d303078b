import { describe, expect, it } from 'vitest'
import {
  addDays,
  amsterdamInstant,
  calendarTile,
  dateAndTime,
  isoLocal,
  lastDayBefore,
  longDate,
  shortDateTime,
  timeRange,
  wallTimeExists,
  weekday,
} from '@/lib/platform/time'

const at = (iso: string) => new Date(iso)

describe('time', () => {
  it('is tested in another zone than the Dutch one', () => {
    expect(new Date(2022, 0, 1).getTimezoneOffset()).toBe(-345)
  })

  it('formats dates and times in Dutch', () => {
    const startsAt = at('2022-11-08T14:00:00Z')
    expect(longDate(startsAt)).toBe('dinsdag 8 november 2022')
    expect(timeRange(startsAt, at('2022-11-08T15:30:00Z'))).toBe('15.00 tot 16.30 uur')
    expect(dateAndTime(at('2022-10-17T12:00:00Z'))).toBe('maandag 17 oktober 2022, 14.00 uur')
    expect(shortDateTime(startsAt)).toBe('8 nov 2022, 15.00')
    expect(isoLocal(startsAt)).toBe('2022-11-08T15:00+01:00')
    expect(calendarTile(startsAt)).toEqual({ weekday: 'di', day: '8', month: 'nov' })
    expect(weekday(startsAt)).toBe(2)
  })

  it('formats midnight as the start of a day', () => {
    expect(dateAndTime(at('2022-10-31T23:00:00Z'))).toBe('dinsdag 1 november 2022, 00.00 uur')
  })

  it('returns the last whole day before a closing at midnight', () => {
    expect(longDate(lastDayBefore(at('2022-10-31T23:00:00Z')))).toBe('maandag 31 oktober 2022')
    expect(longDate(lastDayBefore(at('2022-10-31T22:59:59.999Z')))).toBe('zondag 30 oktober 2022')
  })

  it('takes the first instant when 02:30 occurs twice', () => {
    const twice = amsterdamInstant({ year: 2022, month: 10, day: 30, hour: 2, minute: 30 })
    expect(twice.toISOString()).toBe('2022-10-30T00:30:00.000Z')
    expect(isoLocal(twice)).toBe('2022-10-30T02:30+02:00')
    expect(isoLocal(at('2022-10-30T01:30:00Z'))).toBe('2022-10-30T02:30+01:00')
  })

  it('takes the instant an hour later when 02:30 is skipped', () => {
    const skipped = amsterdamInstant({ year: 2022, month: 3, day: 27, hour: 2, minute: 30 })
    expect(isoLocal(skipped)).toBe('2022-03-27T03:30+02:00')
  })

  it('recognises the times that a clock change skips or repeats', () => {
    const march = { year: 2027, month: 3, day: 28 }
    const shown = [
      [1, 59],
      [2, 0],
      [2, 30],
      [2, 59],
      [3, 0],
    ].map(([hour = 0, minute = 0]) => wallTimeExists({ ...march, hour, minute }))
    expect(shown).toEqual([true, false, false, false, true])
    expect(wallTimeExists({ year: 2027, month: 10, day: 31, hour: 2, minute: 30 })).toBe(true)
    expect(wallTimeExists({ year: 2027, month: 2, day: 29, hour: 12, minute: 0 })).toBe(false)
  })

  it('keeps the wall time when adding days across a clock change', () => {
    expect(addDays(at('2022-10-29T13:00:00Z'), 1).toISOString()).toBe('2022-10-30T14:00:00.000Z')
    expect(addDays(at('2022-03-26T14:00:00Z'), 1).toISOString()).toBe('2022-03-27T13:00:00.000Z')
    expect(addDays(at('2022-11-08T14:00:00Z'), -22).toISOString()).toBe('2022-10-17T13:00:00.000Z')
  })

  it('keeps the wall time on every day of a year', () => {
    for (let day = 0; day < 365; day++) {
      const noon = addDays(amsterdamInstant({ year: 2022, month: 1, day: 1, hour: 12, minute: 15 }), day)
      expect(isoLocal(noon)).toMatch(/T12:15\+0[12]:00$/)
    }
  })
})
