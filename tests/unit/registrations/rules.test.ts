import { describe, expect, test } from 'vitest'
import { searchFromQuery, withoutUnknownAttendance } from '@/lib/registrations/admin/search-params'
import { isAttendanceKnown } from '@/lib/registrations/rules'

describe('attendance', () => {
  const session = { endsAt: new Date('2022-11-08T15:30:00Z'), cancelledAt: null }
  const before = new Date(session.endsAt.getTime() - 1)

  test('is known from the end of a session and never for a cancelled session', () => {
    expect(isAttendanceKnown(session, before)).toBe(false)
    expect(isAttendanceKnown(session, session.endsAt)).toBe(true)
    expect(isAttendanceKnown({ ...session, cancelledAt: before }, session.endsAt)).toBe(false)
  })

  test('is removed from a search until the session has ended', () => {
    const search = searchFromQuery({ meegedaan: 'no', gemeente: 'GM0344' })
    expect(withoutUnknownAttendance(search, session, before)).toEqual({ ...search, tookPart: '' })
    expect(withoutUnknownAttendance(search, session, session.endsAt)).toEqual(search)
  })
})
