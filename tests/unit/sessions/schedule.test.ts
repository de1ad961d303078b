import { describe, expect, it, test } from 'vitest'
import {
  canNotifyOfReschedule,
  classifyScheduleChange,
  parseNewSessionTimes,
  parseTimes,
  serializeTimes,
  timesToFormValues,
} from '@/lib/sessions/rules'
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
  const asked = parseChanged(different)
  return asked.ok ? null : asked.errors
}

describe('what an organiser fills in', () => {
  test('becomes instants, whatever zone the machine is in; signing up stays open for the whole last day', () => {
    expect(parseChanged()).toEqual({ ok: true, times: sessionTimes2022 })
  })

  test('of what is yet to be made, is not of the past: the day says so, and not what follows from it', () => {
    const make = (different: Partial<Record<ScheduleField, string>>, now: Date) =>
      parseNewSessionTimes(scheduleSchema.parse({ ...formValues2022, ...different }), now)
    const { endsAt } = sessionTimes2022
    expect(make({}, new Date(endsAt.getTime() - 1))).toEqual({ ok: true, times: sessionTimes2022 })
    expect(make({}, endsAt)).toEqual({ ok: false, errors: { date: 'in-the-past' } })
    expect(make({ date: '2021-11-08' }, sessionTimes2022.startsAt)).toEqual({
      ok: false,
      errors: { date: 'in-the-past' },
    })
    expect(make({ endTime: '14:00', closingTime: '00:00' }, endsAt)).toEqual({
      ok: false,
      errors: { date: 'in-the-past', endTime: 'end-before-start', closingTime: 'midnight' },
    })
  })

  test('with a time, the last day ends at that time', () => {
    expect(parseChanged({ closingTime: '12:00' })).toMatchObject({
      times: { registrationClosesAt: at('2022-10-31T11:00:00Z') },
    })
  })

  test('is what the form showed when nothing was changed', () => {
    const openings = [null, at('2022-10-02T22:00:00Z'), at('2022-10-03T07:30:00Z')]
    const closings = [sessionTimes2022.registrationClosesAt, at('2022-10-31T11:00:00Z')]
    for (const [closesAt, opensAt] of closings.flatMap((end) => openings.map((start) => [end, start] as const))) {
      const times = { ...sessionTimes2022, registrationOpensAt: opensAt, registrationClosesAt: closesAt }
      expect(parseChanged(timesToFormValues(times))).toEqual({ ok: true, times })
    }
  })

  test.each([
    ['no end before its start', { endTime: '14:59' }, { endTime: 'end-before-start' }],
    ['no end at its start', { endTime: '15:00' }, { endTime: 'end-before-start' }],
    ['no question deadline after closing', { deadlineDate: '2022-11-02' }, { deadlineDate: 'deadline-after-closing' }],
    ['no whole day of the session itself', { closingDate: '2022-11-08' }, { closingDate: 'closing-after-start' }],
    ['no midnight that can be read two ways', { closingTime: '00:00' }, { closingTime: 'midnight' }],
    [
      'no time that the clock skips',
      { date: '2027-03-28', startTime: '02:30', endTime: '02:59' },
      { startTime: 'skipped', endTime: 'skipped' },
    ],
    [
      'nor in a deadline',
      { deadlineDate: '2022-03-27', deadlineTime: '02:00', closingDate: '2022-03-27', closingTime: '02:59' },
      { deadlineTime: 'skipped', closingTime: 'skipped' },
    ],
  ])('%s', (_name, different, errors) => {
    expect(errorsFor(different)).toEqual(errors)
  })

  test('may close at the very start, and takes the question deadline up to then', () => {
    const start = { closingDate: '2022-11-08', closingTime: '15:00', deadlineDate: '2022-11-08', deadlineTime: '15:00' }
    expect(parseChanged(start)).toMatchObject({ ok: true })
  })

  test('opens at the start of the day that was chosen, or at the time with it, or at once', () => {
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

  test('takes the first of the two when the clock shows 02:30 twice', () => {
    const asked = parseChanged({ deadlineDate: '2022-10-30', deadlineTime: '02:30' })
    expect(asked).toMatchObject({ times: { questionDeadlineAt: at('2022-10-30T00:30:00Z') } })
  })

  test.each([...naughtyStrings, '2022-02-30', '0022-11-08', '20222-11-08', '8-11-2022', '24:00', '15.00', '15:00:30'])(
    'is refused, never guessed, when it is no day or time (%j)',
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

describe('a move', () => {
  const nextWeek = { ...sessionTimes2022, startsAt: at('2022-11-15T14:00:00Z'), endsAt: at('2022-11-15T15:30:00Z') }
  const later = { ...sessionTimes2022, questionDeadlineAt: at('2022-10-18T12:00:00Z') }
  const now = at('2022-10-01T08:00:00Z')

  it('is of the session when its start or end changes, else of the deadlines', () => {
    expect(classifyScheduleChange(sessionTimes2022, { ...sessionTimes2022 })).toBe('nothing')
    expect(classifyScheduleChange(sessionTimes2022, later)).toBe('deadlines')
    expect(classifyScheduleChange(sessionTimes2022, nextWeek)).toBe('session')
    expect(classifyScheduleChange(sessionTimes2022, { ...later, endsAt: at('2022-11-08T15:31:00Z') })).toBe('session')
  })

  it('is mailed when there is somebody to come at another time', () => {
    const move = { before: sessionTimes2022, after: nextWeek, recipients: 1 }
    expect(canNotifyOfReschedule(move, now)).toBe(true)
    expect(canNotifyOfReschedule({ ...move, recipients: 0 }, now)).toBe(false)
    expect(canNotifyOfReschedule({ ...move, after: later }, now)).toBe(false)
    expect(canNotifyOfReschedule(move, nextWeek.endsAt)).toBe(false)
  })

  it('knows the moments again that it showed', () => {
    const opens = { ...sessionTimes2022, registrationOpensAt: at('2022-10-03T07:30:00Z') }
    for (const times of [sessionTimes2022, opens])
      expect(serializedTimesSchema.parse(serializeTimes(times))).toEqual(times)
    for (const text of naughtyStrings) expect(serializedTimesSchema.safeParse(text).success).toBe(false)
  })
})

describe('the reason of a cancelling', () => {
  it('keeps its lines, and loses what cannot be seen', () => {
    const why = ' De spreker is ziek.\r\n\r\nWe zoeken\u0000 een\u0007 nieuwe datum. '
    expect(cancelSchema.parse({ why })).toEqual({ why: 'De spreker is ziek.\n\nWe zoeken een nieuwe datum.' })
  })

  it.each([
    [' \n\u0000 ', 'missing'],
    ['x'.repeat(1001), 'too-long'],
  ])('is refused when it is %j', (why, message) => {
    expect(cancelSchema.safeParse({ why }).error?.issues).toMatchObject([{ message }])
  })
})
