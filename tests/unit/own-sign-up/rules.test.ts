import { describe, expect, test } from 'vitest'
import {
  addressWorksUntil,
  changedMailDueAt,
  changedParts,
  isConfirmed,
  openPartsOf,
  ownPromiseOf,
  ownStandingOf,
  whyNotCancel,
  whyNotConfirm,
} from '@/lib/own-sign-up/rules'

const now = new Date('2022-10-20T10:00:00Z')
const before = new Date(now.getTime() - 1)
const after = new Date(now.getTime() + 1)
const session = { cancelledAt: null, endsAt: after }
const person = { cancelledAt: null, waitingSince: null, offerExpiresAt: null, session }

describe('how somebody’s own sign-up stands', () => {
  test.each([
    ['signed-up', {}],
    ['waiting', { waitingSince: before }],
    ['offered', { waitingSince: before, offerExpiresAt: after }],
    ['cancelled', { cancelledAt: before }],
    ['session-cancelled', { session: { ...session, cancelledAt: before } }],
    ['session-over', { session: { ...session, endsAt: now } }],
    ['cancelled', { cancelledAt: before, session: { cancelledAt: before, endsAt: before } }],
    ['session-cancelled', { waitingSince: before, session: { cancelledAt: before, endsAt: before } }],
  ] as const)('%s', (standing, different) => {
    expect(ownStandingOf({ ...person, ...different }, now)).toBe(standing)
  })

  test('decides whether there is something to cancel', () => {
    for (const standing of ['signed-up', 'waiting', 'offered', 'cancelled'] as const) {
      expect(whyNotCancel(standing)).toBeNull()
    }
    expect(whyNotCancel('session-over')).toBe('session-over')
    expect(whyNotCancel('session-cancelled')).toBe('session-cancelled')
  })

  test('decides what can still be changed', () => {
    const open = { roundClosed: false }
    const closed = { roundClosed: true }
    expect(openPartsOf('signed-up', open)).toEqual(['about', 'answers', 'contact', 'needs'])
    expect(openPartsOf('waiting', closed)).toEqual(['about', 'contact', 'needs'])
    for (const standing of ['session-over', 'cancelled', 'session-cancelled'] as const) {
      expect(openPartsOf(standing, open)).toEqual(['contact', 'needs'])
    }
  })
})

describe('what is promised about a question that is changed', () => {
  const asked = (different: object = {}, questionDeadlineAt = after) => ({
    questionInTime: true,
    answers: [{ isAsked: true }],
    session: { questionDeadlineAt },
    ...different,
  })
  const form = [{ isAsked: true }, { isAsked: false }]
  const nothing = { answers: [{ isAsked: false }] }
  test.each([
    ['kept', asked()],
    ['not-covered', asked({}, now)],
    ['none', asked({ questionInTime: false })],
    ['still-open', asked(nothing)],
    ['too-late', asked(nothing, now)],
    ['too-late', asked({ ...nothing, questionInTime: false })],
  ])('%s', (promise, standing) => expect(ownPromiseOf(standing, form, now)).toBe(promise))

  test('is nothing without a question that is treated', () => {
    expect(ownPromiseOf(asked(nothing), [{ isAsked: false }], now)).toBeNull()
  })
})

test('a change belongs to a part, and the address to none', () => {
  const filled = {
    name: 'Voorbeeld',
    email: 'a@example.nl',
    municipalityCode: 'GM0344',
    organisation: null,
    role: 'adviseur',
    contactWish: 'email',
    phone: null,
    needs: null,
    answers: { a: 'x' },
  }
  expect(changedParts(filled, filled)).toEqual([])
  const all = {
    ...filled,
    name: 'Ander',
    email: 'b@example.nl',
    contactWish: 'none',
    needs: 'Tolk',
    answers: { a: 'y' },
  }
  expect(changedParts(filled, all)).toEqual(['about', null, 'contact', 'needs', 'answers'])
})

describe('a request for another address', () => {
  const request = { expiresAt: after, confirmedAt: null, linkVersion: 3 }
  const registration = { linkVersion: 3, standing: 'signed-up' as const }
  test('works until its moment, as long as nothing came between', () => {
    expect(whyNotConfirm(request, registration, now)).toBeNull()
    expect(whyNotConfirm(request, { ...registration, standing: 'session-over' }, now)).toBeNull()
    expect(whyNotConfirm({ ...request, expiresAt: now }, registration, now)).toBe('expired')
    expect(whyNotConfirm(request, { ...registration, linkVersion: 4 }, now)).toBe('expired')
    expect(whyNotConfirm(request, { ...registration, standing: 'cancelled' }, now)).toBe('locked')
    expect(whyNotConfirm(request, { ...registration, standing: 'session-cancelled' }, now)).toBe('locked')
  })

  test('is confirmed once, and stays so until the address changes again', () => {
    const confirmed = { ...request, confirmedAt: before }
    expect(isConfirmed(request, { linkVersion: 4 })).toBe(false)
    expect(isConfirmed(confirmed, { linkVersion: 4 })).toBe(true)
    expect(isConfirmed(confirmed, { linkVersion: 5 })).toBe(false)
  })
})

test('a change waits five minutes for another, an address two days for its owner', () => {
  expect(changedMailDueAt(now)).toEqual(new Date('2022-10-20T10:05:00Z'))
  expect(addressWorksUntil(now)).toEqual(new Date('2022-10-22T10:00:00Z'))
})
