import { describe, expect, test } from 'vitest'
import { type RegistrationStatus, registrationStatuses } from '@/lib/db/scopes'
import { sendRefusal } from '@/lib/notifications/relevance'
import type { MessageKind } from '@/lib/outbox/schema'

const first = new Date('2022-10-01T08:00:00Z')
const after = (minutes: number) => new Date(first.getTime() + minutes * 60_000)

describe('sendRefusal', () => {
  const fine = {
    message: { kind: 'confirmation' as MessageKind, expiresAt: null, releaseNumber: null, organiserId: null },
    registration: { cancelledAt: null, waitlistedAt: null, offerExpiresAt: null },
    customMessage: null,
    session: { cancelledAt: null, endsAt: after(60), latestRelease: null },
    now: first,
  }
  const about = (message: { kind?: MessageKind; expiresAt?: Date; releaseNumber?: number }) => ({
    ...fine,
    message: { ...fine.message, ...message },
  })
  test('accepts a confirmation before the session', () => expect(sendRefusal(fine)).toBeNull())
  test('refuses a message from its expiry on', () => {
    expect(sendRefusal(about({ expiresAt: after(1) }))).toBeNull()
    expect(sendRefusal(about({ expiresAt: first }))).toBe('expired')
  })
  test('refuses a message whose registration is gone', () =>
    expect(sendRefusal({ ...fine, registration: null })).toBe('registrationGone'))
  test('refuses a confirmation after the registration was cancelled', () =>
    expect(sendRefusal({ ...fine, registration: { ...fine.registration, cancelledAt: first } })).toBe(
      'registrationCancelled',
    ))
  const reasonsByKind: [MessageKind, ...(string | null)[]][] = [
    // with a seat, waitlisted, offered, cancelled
    ['confirmation', null, 'noSeat', 'noSeat', 'registrationCancelled'],
    ['release', null, 'noSeat', 'noSeat', 'registrationCancelled'],
    ['customMessage', null, 'noSeat', 'noSeat', 'registrationCancelled'],
    ['sessionChanged', null, null, null, 'registrationCancelled'],
    ['sessionCancelled', null, null, null, 'registrationCancelled'],
    ['alreadyRegistered', null, null, null, 'registrationCancelled'],
    ['waitlisted', 'hasSeat', null, 'superseded', 'registrationCancelled'],
    ['seatOffered', 'hasSeat', 'superseded', null, 'registrationCancelled'],
    ['offerExpired', ...Array<string>(3).fill('registrationRestored'), null],
    ['registrationCancelled', ...Array<string>(3).fill('registrationRestored'), null],
    ['transferred', ...Array<string>(3).fill('registrationRestored'), null],
    ['linkRecovery', null, null, null, null],
  ]
  test.each(reasonsByKind)(
    'gives %s the expected reasons for a seat, the waitlist, an offer and a cancelled registration',
    (kind, ...reasons) => {
      const placed = fine.registration
      const waiting = { ...placed, waitlistedAt: first }
      const offered = { ...waiting, offerExpiresAt: after(60) }
      const readers = [placed, waiting, offered, { ...offered, cancelledAt: first }]
      expect(readers.map((registration) => sendRefusal({ ...about({ kind }), registration }))).toEqual(reasons)
    },
  )
  const reasonsByChoice: [RegistrationStatus[], ...(string | null)[]][] = [
    // with a seat, waitlisted, offered, cancelled
    [['signed-up'], null, 'noSeat', 'noSeat', 'registrationCancelled'],
    [['waitlisted'], 'hasSeat', null, null, 'registrationCancelled'],
    [['offered'], 'hasSeat', null, null, 'registrationCancelled'],
    [['cancelled'], ...Array<string>(3).fill('registrationRestored'), null],
    [['signed-up', 'cancelled'], null, 'noSeat', 'noSeat', null],
    [registrationStatuses, null, null, null, null],
  ]
  test.each(reasonsByChoice)('gives a custom message to %j the expected reasons', (statuses, ...reasons) => {
    const letter = { ...about({ kind: 'customMessage' }), customMessage: { createdAt: first, statuses } }
    const placed = fine.registration
    const waiting = { ...placed, waitlistedAt: first }
    const offered = { ...waiting, offerExpiresAt: after(60) }
    const readers = [placed, waiting, offered, { ...offered, cancelledAt: first }]
    expect(readers.map((registration) => sendRefusal({ ...letter, registration }))).toEqual(reasons)
    const erased = readers.map((registration) => ({ ...registration, erasedAt: first }))
    expect(erased.map((registration) => sendRefusal({ ...letter, registration }))).toEqual(Array(4).fill('erased'))
  })
  test('refuses a confirmation for a cancelled session', () =>
    expect(sendRefusal({ ...fine, session: { ...fine.session, cancelledAt: first } })).toBe('sessionCancelled'))
  test('refuses the week reminder, which announces the link, after the release', () => {
    const released = { ...fine.session, latestRelease: 1 }
    expect(sendRefusal(about({ kind: 'reminderWeek' }))).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderWeek' }), session: released })).toBe('alreadyReleased')
  })
  test('accepts only the cancellation mail for a cancelled session', () => {
    const cancelled = { ...fine.session, cancelledAt: first }
    expect(sendRefusal({ ...about({ kind: 'sessionCancelled' }), session: cancelled })).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderDay' }), session: cancelled })).toBe('sessionCancelled')
  })
  test('accepts a custom message written after the session was cancelled, not one written before', () => {
    const cancelled = { ...fine.session, cancelledAt: first }
    const letter = about({ kind: 'customMessage' })
    const statuses: RegistrationStatus[] = ['signed-up']
    expect(sendRefusal({ ...letter, customMessage: { statuses, createdAt: after(1) }, session: cancelled })).toBeNull()
    expect(sendRefusal({ ...letter, customMessage: { statuses, createdAt: first }, session: cancelled })).toBe(
      'sessionCancelled',
    )
  })
  test('accepts the follow-up after the session, but no reminder', () => {
    expect(sendRefusal({ ...about({ kind: 'followUp' }), now: after(60) })).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderDay' }), now: after(60) })).toBe('sessionOver')
  })
  test('refuses a release mail after a later release', () => {
    const released = { ...fine.session, latestRelease: 2 }
    expect(sendRefusal({ ...about({ releaseNumber: 2 }), session: released })).toBeNull()
    expect(sendRefusal({ ...about({ releaseNumber: 1 }), session: released })).toBe('releaseSuperseded')
  })
  test('accepts a reminder only within its window', () => {
    const at = (from: number, until: number) => ({
      ...about({ kind: 'reminderDay' }),
      window: { dueAt: after(from), expiresAt: after(until) },
    })
    expect([at(0, 1), at(1, 2), at(-1, 0)].map(sendRefusal)).toEqual([null, 'sessionMoved', 'expired'])
  })
  test('refuses a change notice after a later notice or an undone change', () => {
    const change = (different: { latest?: number; isUndone?: boolean }) =>
      sendRefusal({
        ...about({ kind: 'sessionChanged' }),
        change: { sequence: 2, latest: 2, isUndone: false, ...different },
      })
    expect([change({}), change({ latest: 3 }), change({ isUndone: true })]).toEqual([null, 'superseded', 'superseded'])
  })
  test('refuses a confirmation after the session', () =>
    expect(sendRefusal({ ...fine, now: after(60) })).toBe('sessionOver'))
})
