import { describe, expect, test } from 'vitest'
import { sendRefusal } from '@/lib/notifications/relevance'
import type { MessageKind } from '@/lib/outbox/schema'

const first = new Date('2022-10-01T08:00:00Z')
const after = (minutes: number) => new Date(first.getTime() + minutes * 60_000)

describe('whether a mail still makes sense', () => {
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
  test('it does while the session is still to come', () => expect(sendRefusal(fine)).toBeNull())
  test('not from its own last moment on', () => {
    expect(sendRefusal(about({ expiresAt: after(1) }))).toBeNull()
    expect(sendRefusal(about({ expiresAt: first }))).toBe('expired')
  })
  test('not without the registration', () =>
    expect(sendRefusal({ ...fine, registration: null })).toBe('registrationGone'))
  test('not to who cancelled', () =>
    expect(sendRefusal({ ...fine, registration: { ...fine.registration, cancelledAt: first } })).toBe(
      'registrationCancelled',
    ))
  const reasonsByKind: [MessageKind, ...(string | null)[]][] = [
    // with a place, waiting, offered, off the list
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
    '%s goes to whom it is for: with a place, waiting, offered one, off the list',
    (kind, ...reasons) => {
      const placed = fine.registration
      const waiting = { ...placed, waitlistedAt: first }
      const offered = { ...waiting, offerExpiresAt: after(60) }
      const readers = [placed, waiting, offered, { ...offered, cancelledAt: first }]
      expect(readers.map((registration) => sendRefusal({ ...about({ kind }), registration }))).toEqual(reasons)
    },
  )
  test('not for a cancelled session', () =>
    expect(sendRefusal({ ...fine, session: { ...fine.session, cancelledAt: first } })).toBe('sessionCancelled'))
  test('not that the link follows, once it is there', () => {
    const released = { ...fine.session, latestRelease: 1 }
    expect(sendRefusal(about({ kind: 'reminderWeek' }))).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderWeek' }), session: released })).toBe('alreadyReleased')
  })
  test('for a cancelled session only the mail that says so', () => {
    const cancelled = { ...fine.session, cancelledAt: first }
    expect(sendRefusal({ ...about({ kind: 'sessionCancelled' }), session: cancelled })).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderDay' }), session: cancelled })).toBe('sessionCancelled')
  })
  test('and a letter that was written after the cancelling, not one from before', () => {
    const cancelled = { ...fine.session, cancelledAt: first }
    const letter = about({ kind: 'customMessage' })
    expect(sendRefusal({ ...letter, customMessage: { createdAt: after(1) }, session: cancelled })).toBeNull()
    expect(sendRefusal({ ...letter, customMessage: { createdAt: first }, session: cancelled })).toBe('sessionCancelled')
  })
  test('afterwards only thanks and a letter', () => {
    expect(sendRefusal({ ...about({ kind: 'followUp' }), now: after(60) })).toBeNull()
    expect(sendRefusal({ ...about({ kind: 'reminderDay' }), now: after(60) })).toBe('sessionOver')
  })
  test('not about a release once there is a later one', () => {
    const released = { ...fine.session, latestRelease: 2 }
    expect(sendRefusal({ ...about({ releaseNumber: 2 }), session: released })).toBeNull()
    expect(sendRefusal({ ...about({ releaseNumber: 1 }), session: released })).toBe('releaseSuperseded')
  })
  test('a reminder only while its words are true, also after the session moved', () => {
    const at = (from: number, until: number) => ({
      ...about({ kind: 'reminderDay' }),
      window: { dueAt: after(from), expiresAt: after(until) },
    })
    expect([at(0, 1), at(1, 2), at(-1, 0)].map(sendRefusal)).toEqual([null, 'sessionMoved', 'expired'])
  })
  test('a change only as the last one its reader is told of, and while it is one', () => {
    const change = (different: { latest?: number; isUndone?: boolean }) =>
      sendRefusal({
        ...about({ kind: 'sessionChanged' }),
        change: { sequence: 2, latest: 2, isUndone: false, ...different },
      })
    expect([change({}), change({ latest: 3 }), change({ isUndone: true })]).toEqual([null, 'superseded', 'superseded'])
  })
  test('not once the session is over', () => expect(sendRefusal({ ...fine, now: after(60) })).toBe('sessionOver'))
})
