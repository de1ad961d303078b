import { describe, expect, it, test } from 'vitest'
import { canNotifyOfReschedule, classifyScheduleChange, serializeTimes } from '@/lib/sessions/rules'
import { parseNewSessionTimes, parseTimes, timesToFormValues } from '@/lib/sessions/schedule-form'
import { cancelSchema, type ScheduleField, scheduleSchema, serializedTimesSchema } from '@/lib/sessions/schema'
import { sessionTimes2022 } from '@/tests/support/fixtures/session'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'

const at = (text: string) => new Date(text)
const formValues2022 = {
  date: '2022-11-08',
  startTime: '15:00',
  endTime: '16:30',
  deadlineDate: '2022-10-17',
  deadlineTime: '14:00',
  openingDate: '',
  openingTime: '',
  closingDate: '2022-10-31',
  closingTime: '',
}
const parseChanged = (different: Partial<Record<ScheduleField, string>> = {}) =>
  parseTimes(scheduleSchema.parse({ ...formValues2022, ...different }))
const errorsFor = (different: Partial<Record<ScheduleField, string>>) => {
  const parsed = parseChanged(different)
  return parsed.ok ? null : parsed.errors
}

describe('the schedule form', () => {
  test('turns Dutch wall times into instants and keeps registration open on the whole last day', () => {
    expect(parseChanged()).toEqual({ ok: true, times: sessionTimes2022 })
  })

  test('refuses a new session in the past on its date alone', () => {
    const parseNew = (different: Partial<Record<ScheduleField, string>>, now: Date) =>
      parseNewSessionTimes(scheduleSchema.parse({ ...formValues2022, ...different }), now)
    const { endsAt } = sessionTimes2022
    expect(parseNew({}, new Date(endsAt.getTime() - 1))).toEqual({ ok: true, times: sessionTimes2022 })
    expect(parseNew({}, endsAt)).toEqual({ ok: false, errors: { date: 'in-the-past' } })
    expect(parseNew({ date: '2021-11-08' }, sessionTimes2022.startsAt)).toEqual({
      ok: false,
      errors: { date: 'in-the-past' },
    })
    expect(parseNew({ endTime: '14:00', closingTime: '00:00' }, endsAt)).toEqual({
      ok: false,
      errors: { date: 'in-the-past', endTime: 'end-before-start', closingTime: 'midnight' },
    })
  })

  test('closes registration at the closing time', () => {
    expect(parseChanged({ closingTime: '12:00' })).toMatchObject({
      times: { registrationClosesAt: at('2022-10-31T11:00:00Z') },
    })
  })

  test('returns the same times for an unchanged form', () => {
    const openings = [null, at('2022-10-02T22:00:00Z'), at('2022-10-03T07:30:00Z')]
    const closings = [sessionTimes2022.registrationClosesAt, at('2022-10-31T11:00:00Z')]
    for (const [closesAt, opensAt] of closings.flatMap((end) => openings.map((start) => [end, start] as const))) {
      const times = { ...sessionTimes2022, registrationOpensAt: opensAt, registrationClosesAt: closesAt }
      expect(parseChanged(timesToFormValues(times))).toEqual({ ok: true, times })
    }
  })

  test.each([
    ['an end before the start', { endTime: '14:59' }, { endTime: 'end-before-start' }],
    ['an end at the start', { endTime: '15:00' }, { endTime: 'end-before-start' }],
    ['a question deadline after closing', { deadlineDate: '2022-11-02' }, { deadlineDate: 'deadline-after-closing' }],
    ['closing at the end of the session day', { closingDate: '2022-11-08' }, { closingDate: 'closing-after-start' }],
    ['an ambiguous closing at midnight', { closingTime: '00:00' }, { closingTime: 'midnight' }],
    [
      'a session time that the clock skips',
      { date: '2027-03-28', startTime: '02:30', endTime: '02:59' },
      { startTime: 'skipped', endTime: 'skipped' },
    ],
    [
      'a deadline that the clock skips',
      { deadlineDate: '2022-03-27', deadlineTime: '02:00', closingDate: '2022-03-27', closingTime: '02:59' },
      { deadlineTime: 'skipped', closingTime: 'skipped' },
    ],
  ])('refuses %s', (_name, different, errors) => {
    expect(errorsFor(different)).toEqual(errors)
  })

  test('accepts closing and question deadline at the start of the session', () => {
    const start = { closingDate: '2022-11-08', closingTime: '15:00', deadlineDate: '2022-11-08', deadlineTime: '15:00' }
    expect(parseChanged(start)).toMatchObject({ ok: true })
  })

  test('opens registration at the start of the opening day or at the opening time', () => {
    expect(parseChanged({ openingDate: '2022-10-03' })).toMatchObject({
      times: { registrationOpensAt: at('2022-10-02T22:00:00Z') },
    })
    expect(parseChanged({ openingDate: '2022-10-03', openingTime: '09:30' })).toMatchObject({
      times: { registrationOpensAt: at('2022-10-03T07:30:00Z') },
    })
    expect(errorsFor({ openingTime: '09:30' })).toEqual({ openingDate: 'not-a-date' })
    expect(errorsFor({ openingDate: '2022-03-27', openingTime: '02:30' })).toEqual({ openingTime: 'skipped' })
    expect(errorsFor({ openingDate: '2022-10-17', openingTime: '14:00' })).toEqual({
      openingDate: 'opening-after-deadline',
    })
    expect(errorsFor({ openingDate: '2022-10-17', openingTime: '13:59' })).toBeNull()
  })

  test('takes the first of two equal wall times when the clock goes back', () => {
    const parsed = parseChanged({ deadlineDate: '2022-10-30', deadlineTime: '02:30' })
    expect(parsed).toMatchObject({ times: { questionDeadlineAt: at('2022-10-30T00:30:00Z') } })
  })

  test.each([...naughtyStrings, '2022-02-30', '0022-11-08', '20222-11-08', '8-11-2022', '24:00', '15.00', '15:00:30'])(
    'refuses %j as a date or time',
    (text) => {
      const everywhere = Object.fromEntries(Object.keys(formValues2022).map((field) => [field, text]))
      const { error } = scheduleSchema.safeParse(everywhere)
      const refused = error?.issues.map(({ path, message }) => `${path}: ${message}`)
      expect(refused).toEqual([
        'date: not-a-date',
        'startTime: not-a-time',
        'endTime: not-a-time',
        'deadlineDate: not-a-date',
        'deadlineTime: not-a-time',
        ...(text === '' ? [] : ['openingDate: not-a-date', 'openingTime: not-a-time']),
        'closingDate: not-a-date',
        ...(text === '' ? [] : ['closingTime: not-a-time']),
      ])
    },
  )
})

describe('rescheduling rules', () => {
  const nextWeek = { ...sessionTimes2022, startsAt: at('2022-11-15T14:00:00Z'), endsAt: at('2022-11-15T15:30:00Z') }
  const later = { ...sessionTimes2022, questionDeadlineAt: at('2022-10-18T12:00:00Z') }
  const now = at('2022-10-01T08:00:00Z')

  it('classify a new start or end as a change of the session, else of the deadlines', () => {
    expect(classifyScheduleChange(sessionTimes2022, { ...sessionTimes2022 })).toBe('nothing')
    expect(classifyScheduleChange(sessionTimes2022, later)).toBe('deadlines')
    expect(classifyScheduleChange(sessionTimes2022, nextWeek)).toBe('session')
    expect(classifyScheduleChange(sessionTimes2022, { ...later, endsAt: at('2022-11-08T15:31:00Z') })).toBe('session')
  })

  it('notify recipients of a future session at another time only', () => {
    const change = { before: sessionTimes2022, after: nextWeek, recipients: 1 }
    expect(canNotifyOfReschedule(change, now)).toBe(true)
    expect(canNotifyOfReschedule({ ...change, recipients: 0 }, now)).toBe(false)
    expect(canNotifyOfReschedule({ ...change, after: later }, now)).toBe(false)
    expect(canNotifyOfReschedule(change, nextWeek.endsAt)).toBe(false)
  })

  it('parse serialised times and refuse hostile input', () => {
    const opens = { ...sessionTimes2022, registrationOpensAt: at('2022-10-03T07:30:00Z') }
    for (const times of [sessionTimes2022, opens])
      expect(serializedTimesSchema.parse(serializeTimes(times))).toEqual(times)
    for (const text of naughtyStrings) expect(serializedTimesSchema.safeParse(text).success).toBe(false)
  })
})

describe('cancelSchema', () => {
  it('keeps line breaks and removes control characters', () => {
    const reason = ' De spreker is ziek.\r\n\r\nWe zoeken\u0000 een\u0007 nieuwe datum. '
    expect(cancelSchema.parse({ reason })).toEqual({ reason: 'De spreker is ziek.\n\nWe zoeken een nieuwe datum.' })
  })

  it.each([
    [' \n\u0000 ', 'missing'],
    ['x'.repeat(1001), 'too-long'],
  ])('refuses the reason %j', (reason, message) => {
    expect(cancelSchema.safeParse({ reason }).error?.issues).toMatchObject([{ message }])
  })
})
