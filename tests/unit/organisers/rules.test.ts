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

test('only an admin manages organisers and deletes', () => {
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
])('somebody is %s with %j', (state, stamps) => {
  expect(organiserState(stamps, now)).toBe(state)
})

test('a link ends so many hours on, also over the night that the clock goes back', () => {
  expect(linkExpiry(new Date('2022-10-29T12:00:00Z'), 48)).toEqual(new Date('2022-10-31T12:00:00Z'))
})

describe('a code', () => {
  const read = (code: unknown) => twoFactorCodeSchema.safeParse({ code }).data?.code
  test('may be spaced as an app shows it', () => {
    expect(read(' 123 456 ')).toBe('123456')
    expect(read('abcde-fghij')).toBe('abcde-fghij')
  })
  test('that is empty, or longer than any, is refused', () => {
    for (const code of ['', '  ', 'x'.repeat(21), undefined, 5]) expect(read(code)).toBeUndefined()
  })
})

test('an invitation wants a name, an address and one of the two roles', () => {
  const good = { name: ' Noor ', email: ' Noor@Example.NL', role: 'staff' }
  expect(inviteSchema.parse(good)).toEqual({ name: 'Noor', email: 'noor@example.nl', role: 'staff' })
  for (const role of ['', 'owner', 'ADMIN', undefined, ['admin']]) {
    const issues = inviteSchema.safeParse({ ...good, role }).error?.issues ?? []
    expect(issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['role', 'missing']])
  }
})

test('a new password has the same rule wherever it is chosen, and the one of now has none', () => {
  expect(acceptInvitationSchema.safeParse({ name: 'Noor', password: 'elf tekens.' }).success).toBe(false)
  expect(changePasswordSchema.safeParse({ current: 'kort', password: 'twaalf teken' }).success).toBe(true)
  expect(changePasswordSchema.safeParse({ current: '', password: 'twaalf teken' }).success).toBe(false)
})
