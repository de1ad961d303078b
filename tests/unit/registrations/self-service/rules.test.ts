import { describe, expect, test } from 'vitest'
import {
  cancelRefusal,
  changedParts,
  changeMailDueAt,
  confirmRefusal,
  editableParts,
  emailChangeExpiry,
  isConfirmed,
  ownGuarantee,
  ownStatus,
} from '@/lib/registrations/self-service/rules'

const now = new Date('2022-10-20T10:00:00Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)
const session = { cancelledAt: null, endsAt: after }
const registration = { cancelledAt: null, waitlistedAt: null, offerExpiresAt: null, session }

describe('how somebody’s own sign-up stands', () => {
  test.each([
    ['signed-up', {}],
    ['waitlisted', { waitlistedAt: before }],
    ['offered', { waitlistedAt: before, offerExpiresAt: after }],
    ['cancelled', { cancelledAt: before }],
    ['session-cancelled', { session: { ...session, cancelledAt: before } }],
    ['session-over', { session: { ...session, endsAt: now } }],
    ['cancelled', { cancelledAt: before, session: { cancelledAt: before, endsAt: before } }],
    ['session-cancelled', { waitlistedAt: before, session: { cancelledAt: before, endsAt: before } }],
  ] as const)('%s', (standing, different) => {
    expect(ownStatus({ ...registration, ...different }, now)).toBe(standing)
  })

  test('decides whether there is something to cancel', () => {
    for (const standing of ['signed-up', 'waitlisted', 'offered', 'cancelled'] as const) {
      expect(cancelRefusal(standing)).toBeNull()
    }
    expect(cancelRefusal('session-over')).toBe('session-over')
    expect(cancelRefusal('session-cancelled')).toBe('session-cancelled')
  })

  test('decides what can still be changed', () => {
    const open = { isRoundClosed: false }
    const closed = { isRoundClosed: true }
    expect(editableParts('signed-up', open)).toEqual(['about', 'answers', 'contact', 'needs'])
    expect(editableParts('waitlisted', closed)).toEqual(['about', 'contact', 'needs'])
    for (const standing of ['session-over', 'cancelled', 'session-cancelled'] as const) {
      expect(editableParts(standing, open)).toEqual(['contact', 'needs'])
    }
  })
})

describe('what is promised about a question that is changed', () => {
  const asked = (different: object = {}, questionDeadlineAt = after) => ({
    askedBeforeDeadline: true,
    answers: [{ isAgendaQuestion: true }],
    session: { questionDeadlineAt },
    ...different,
  })
  const form = [{ isAgendaQuestion: true }, { isAgendaQuestion: false }]
  const nothing = { answers: [{ isAgendaQuestion: false }] }
  test.each([
    ['kept', asked()],
    ['not-covered', asked({}, now)],
    ['none', asked({ askedBeforeDeadline: false })],
    ['still-open', asked(nothing)],
    ['too-late', asked(nothing, now)],
    ['too-late', asked({ ...nothing, askedBeforeDeadline: false })],
  ])('%s', (promise, standing) => expect(ownGuarantee(standing, form, now)).toBe(promise))

  test('is nothing without a question that is treated', () => {
    expect(ownGuarantee(asked(nothing), [{ isAgendaQuestion: false }], now)).toBeNull()
  })
})

test('a change belongs to a part, and the address to none', () => {
  const filled = {
    name: 'Voorbeeld',
    email: 'a@example.nl',
    municipalityCode: 'GM0344',
    organisation: null,
    role: 'adviseur',
    contactWish: 'email' as const,
    phone: null,
    needs: null,
    answers: { a: 'x' },
  }
  expect(changedParts(filled, filled)).toEqual([])
  const all = {
    ...filled,
    name: 'Ander',
    email: 'b@example.nl',
    contactWish: 'none' as const,
    needs: 'Tolk',
    answers: { a: 'y' },
  }
  expect(changedParts(filled, all)).toEqual(['about', null, 'contact', 'needs', 'answers'])
})

describe('a request for another address', () => {
  const request = { expiresAt: after, confirmedAt: null, tokenVersion: 3 }
  const registration = { tokenVersion: 3, status: 'signed-up' as const }
  test('works until its moment, as long as nothing came between', () => {
    expect(confirmRefusal(request, registration, now)).toBeNull()
    expect(confirmRefusal(request, { ...registration, status: 'session-over' }, now)).toBeNull()
    expect(confirmRefusal({ ...request, expiresAt: now }, registration, now)).toBe('expired')
    expect(confirmRefusal(request, { ...registration, tokenVersion: 4 }, now)).toBe('expired')
    expect(confirmRefusal(request, { ...registration, status: 'cancelled' }, now)).toBe('locked')
    expect(confirmRefusal(request, { ...registration, status: 'session-cancelled' }, now)).toBe('locked')
  })

  test('is confirmed once, and stays so until the address changes again', () => {
    const confirmed = { ...request, confirmedAt: before }
    expect(isConfirmed(request, { tokenVersion: 4 })).toBe(false)
    expect(isConfirmed(confirmed, { tokenVersion: 4 })).toBe(true)
    expect(isConfirmed(confirmed, { tokenVersion: 5 })).toBe(false)
  })
})

test('a change waits five minutes for another, an address two days for its owner', () => {
  expect(changeMailDueAt(now)).toEqual(new Date('2022-10-20T10:05:00Z'))
  expect(emailChangeExpiry(now)).toEqual(new Date('2022-10-22T10:00:00Z'))
})
