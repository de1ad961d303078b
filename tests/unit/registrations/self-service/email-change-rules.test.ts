import { describe, expect, test } from 'vitest'
import { confirmRefusal, emailChangeExpiry, isConfirmed } from '@/lib/registrations/self-service/email-change-rules'

const now = new Date('2022-10-20T10:00:00Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)

describe('an email change request', () => {
  const request = { expiresAt: after, confirmedAt: null, tokenVersion: 3 }
  const registration = { tokenVersion: 3, status: 'signed-up' as const }
  test('can be confirmed until it expires and while the registration receives mail', () => {
    expect(confirmRefusal(request, registration, now)).toBeNull()
    expect(confirmRefusal(request, { ...registration, status: 'session-over' }, now)).toBeNull()
    expect(confirmRefusal({ ...request, expiresAt: now }, registration, now)).toBe('expired')
    expect(confirmRefusal(request, { ...registration, tokenVersion: 4 }, now)).toBe('expired')
    expect(confirmRefusal(request, { ...registration, status: 'cancelled' }, now)).toBe('locked')
    expect(confirmRefusal(request, { ...registration, status: 'session-cancelled' }, now)).toBe('locked')
  })

  test('counts as confirmed until the address changes again', () => {
    const confirmed = { ...request, confirmedAt: before }
    expect(isConfirmed(request, { tokenVersion: 4 })).toBe(false)
    expect(isConfirmed(confirmed, { tokenVersion: 4 })).toBe(true)
    expect(isConfirmed(confirmed, { tokenVersion: 5 })).toBe(false)
  })

  test('expires after two days', () => {
    expect(emailChangeExpiry(now)).toEqual(new Date('2022-10-22T10:00:00Z'))
  })
})
