import { describe, expect, test } from 'vitest'
import { findClockDifference, totpCode } from '@/lib/organisers/two-factor/totp'

const key = '12345678901234567890'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('totpCode makes the code of RFC 6238 at %i seconds', (seconds, code) => {
  expect(totpCode(key, Math.floor(seconds / 30))).toBe(code)
})

describe('findClockDifference', () => {
  const now = new Date('2026-03-02T09:00:10Z')
  const codeAfter = (seconds: number) => totpCode(key, Math.floor((now.getTime() / 1000 + seconds) / 30))

  test.each([0, 30, -30])('returns null for a code that is accepted: %i seconds off', (seconds) => {
    expect(findClockDifference(key, codeAfter(seconds), now)).toBeNull()
  })

  test.each([60, -60, 300, -300, 3600, -3600])(
    'returns the difference of a clock that is %i seconds off',
    (seconds) => {
      expect(findClockDifference(key, codeAfter(seconds), now)).toBe(seconds * 1000)
    },
  )

  test('returns null for a clock that is two hours off, and for a code of another key', () => {
    expect(findClockDifference(key, codeAfter(7200), now)).toBeNull()
    expect(findClockDifference('another key', codeAfter(300), now)).toBeNull()
  })
})
