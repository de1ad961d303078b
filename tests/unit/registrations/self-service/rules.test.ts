import { describe, expect, test } from 'vitest'
import {
  cancelRefusal,
  changedParts,
  changeMailDueAt,
  editableParts,
  ownGuarantee,
  ownStatus,
} from '@/lib/registrations/self-service/rules'

const now = new Date('2022-10-20T10:00:00Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)
const session = { cancelledAt: null, endsAt: after }
const registration = { cancelledAt: null, waitlistedAt: null, offerExpiresAt: null, session }

describe('ownStatus', () => {
  test.each([
    ['signed-up', {}],
    ['waitlisted', { waitlistedAt: before }],
    ['offered', { waitlistedAt: before, offerExpiresAt: after }],
    ['cancelled', { cancelledAt: before }],
    ['session-cancelled', { session: { ...session, cancelledAt: before } }],
    ['session-over', { session: { ...session, endsAt: now } }],
    ['cancelled', { cancelledAt: before, session: { cancelledAt: before, endsAt: before } }],
    ['session-cancelled', { waitlistedAt: before, session: { cancelledAt: before, endsAt: before } }],
  ] as const)('is %s with %j', (status, different) => {
    expect(ownStatus({ ...registration, ...different }, now)).toBe(status)
  })

  test('cancelRefusal refuses only for a cancelled or ended session', () => {
    for (const status of ['signed-up', 'waitlisted', 'offered', 'cancelled'] as const) {
      expect(cancelRefusal(status)).toBeNull()
    }
    expect(cancelRefusal('session-over')).toBe('session-over')
    expect(cancelRefusal('session-cancelled')).toBe('session-cancelled')
  })

  test('editableParts depends on the status and on the triage round', () => {
    const open = { isRoundClosed: false }
    const closed = { isRoundClosed: true }
    expect(editableParts('signed-up', open)).toEqual(['about', 'answers', 'contact', 'needs'])
    expect(editableParts('waitlisted', closed)).toEqual(['about', 'contact', 'needs'])
    for (const status of ['session-over', 'cancelled', 'session-cancelled'] as const) {
      expect(editableParts(status, open)).toEqual(['contact', 'needs'])
    }
  })
})

describe('ownGuarantee', () => {
  const registrationWith = (different: object = {}, questionDeadlineAt = after) => ({
    askedBeforeDeadline: true,
    answers: [{ question: { isAgendaQuestion: true } }],
    session: { questionDeadlineAt },
    ...different,
  })
  const form = [{ isAgendaQuestion: true }, { isAgendaQuestion: false }]
  const noAgendaAnswer = { answers: [{ question: { isAgendaQuestion: false } }] }
  test.each([
    ['kept', registrationWith()],
    ['not-covered', registrationWith({}, now)],
    ['none', registrationWith({ askedBeforeDeadline: false })],
    ['still-open', registrationWith(noAgendaAnswer)],
    ['too-late', registrationWith(noAgendaAnswer, now)],
    ['too-late', registrationWith({ ...noAgendaAnswer, askedBeforeDeadline: false })],
  ])('is %s for %j', (guarantee, registered) => expect(ownGuarantee(registered, form, now)).toBe(guarantee))

  test('is null for a form without an agenda question', () => {
    expect(ownGuarantee(registrationWith(noAgendaAnswer), [{ isAgendaQuestion: false }], now)).toBeNull()
  })
})

test('changedParts returns the part of each changed field and null for the email address', () => {
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

test('the change mail waits five minutes', () => {
  expect(changeMailDueAt(now)).toEqual(new Date('2022-10-20T10:05:00Z'))
})
