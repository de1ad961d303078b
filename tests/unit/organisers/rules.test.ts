import { describe, expect, test } from 'vitest'
import { canDelete, canManageOrganisers, linkExpiry, organiserState } from '@/lib/organisers/rules'
import {
  acceptInvitationSchema,
  changePasswordSchema,
  inviteSchema,
  twoFactorCodeSchema,
} from '@/lib/organisers/schema'

const now = new Date('2022-10-01T08:00:00Z')
const before = new Date(now.getTime() - 1)
const later = new Date(now.getTime() + 1)

test('only an admin may manage organisers and delete', () => {
  expect([canManageOrganisers('admin'), canManageOrganisers('staff')]).toEqual([true, false])
  expect([canDelete('admin'), canDelete('staff')]).toEqual([true, false])
})

test.each([
  ['invited', { acceptedAt: null, endedAt: null, tokenExpiresAt: later }],
  ['invitation-expired', { acceptedAt: null, endedAt: null, tokenExpiresAt: now }],
  ['invitation-expired', { acceptedAt: null, endedAt: null, tokenExpiresAt: null }],
  ['active', { acceptedAt: before, endedAt: null, tokenExpiresAt: null }],
  ['active', { acceptedAt: before, endedAt: null, tokenExpiresAt: later }],
  ['ended', { acceptedAt: before, endedAt: now, tokenExpiresAt: null }],
])('organiserState is %s for %j', (state, timestamps) => {
  expect(organiserState(timestamps, now)).toBe(state)
})

test('linkExpiry adds hours across a daylight saving change', () => {
  expect(linkExpiry(new Date('2022-10-29T12:00:00Z'), 48)).toEqual(new Date('2022-10-31T12:00:00Z'))
})

describe('twoFactorCodeSchema', () => {
  const read = (code: unknown) => twoFactorCodeSchema.safeParse({ code }).data?.code
  test('accepts the spacing of an app', () => {
    expect(read(' 123 456 ')).toBe('123456')
    expect(read('abcde-fghij')).toBe('abcde-fghij')
  })
  test('refuses an empty or too long code', () => {
    for (const code of ['', '  ', 'x'.repeat(21), undefined, 5]) expect(read(code)).toBeUndefined()
  })
})

test('inviteSchema needs a name, an address and a known role', () => {
  const valid = { name: ' Noor ', email: ' Noor@Example.NL', role: 'staff' }
  expect(inviteSchema.parse(valid)).toEqual({ name: 'Noor', email: 'noor@example.nl', role: 'staff' })
  for (const role of ['', 'owner', 'ADMIN', undefined, ['admin']]) {
    const issues = inviteSchema.safeParse({ ...valid, role }).error?.issues ?? []
    expect(issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['role', 'missing']])
  }
})

test('a new password needs 12 characters in every form; the current password only has to be filled in', () => {
  expect(acceptInvitationSchema.safeParse({ name: 'Noor', password: 'elf tekens.' }).success).toBe(false)
  expect(changePasswordSchema.safeParse({ current: 'kort', password: 'twaalf teken' }).success).toBe(true)
  expect(changePasswordSchema.safeParse({ current: '', password: 'twaalf teken' }).success).toBe(false)
})
