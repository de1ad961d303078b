import { beforeEach, describe, expect, test } from 'vitest'
import { sendRefusal } from '@/lib/notifications/relevance'
import {
  answerLinkRecoveryRequests,
  answerRequestBatch,
  requestLinkRecovery,
} from '@/lib/registrations/self-service/link-recovery'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const minute = 60_000
const now = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * minute)
const email = 'noor@example.nl'

const { db } = await createTestDatabase()
beforeEach(async () => {
  await db.message.deleteMany()
  await db.registration.deleteMany()
})

const day = 24 * 60
/** Creates a session that ends a number of days after now. */
const sessionIn = (days: number) =>
  createTestSession(db, { startsAt: later(days * day - 90), endsAt: later(days * day) })
const register = async (days: number, address = email) =>
  (await addParticipant(db, (await sessionIn(days)).id, { email: address })).id

/** Requests a link, lets the worker answer and returns the registrations with a mail. */
async function recover(address: string, at = now) {
  await requestLinkRecovery(address, { now: at })
  await answerLinkRecoveryRequests(at)
  return await enqueued()
}
async function answerAt(at: Date) {
  await answerLinkRecoveryRequests(at)
  return await enqueued()
}
async function enqueued() {
  const mails = await db.message.findMany({ where: { kind: 'linkRecovery' }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ registrationId }) => registrationId)
}

describe('a link recovery request', () => {
  test('mails each registration that still has the address, regardless of case and spaces', async () => {
    const ids = [await register(10), await register(-80)]
    const erased = await register(-100)
    await db.registration.update({ where: { id: erased }, data: { normalizedEmail: erased, erasedAt: now } })
    await register(5, 'ander@example.nl')
    expect((await recover('NOOR@ example.nl')).toSorted()).toEqual(ids.toSorted())
  })

  test('mails cancelled registrations whatever the status of the session', async () => {
    const id = await register(3)
    await db.registration.update({ where: { id }, data: { cancelledAt: now } })
    expect(await recover(email)).toEqual([id])
    const message = { kind: 'linkRecovery', expiresAt: null, releaseNumber: null, organiserId: null } as const
    const registration = { cancelledAt: now, waitlistedAt: now, offerExpiresAt: null }
    const session = { cancelledAt: now, endsAt: now, latestRelease: null }
    expect(sendRefusal({ message, registration, session, customMessage: null, now })).toBeNull()
  })

  test('is mailed once in ten minutes and deleted', async () => {
    await register(10)
    for (let count = 0; count < 5; count += 1) await requestLinkRecovery(email, { now })
    await answerLinkRecoveryRequests(now)
    expect(await enqueued()).toHaveLength(1)
    expect(await recover(email, later(9))).toHaveLength(1)
    expect(await recover(email, later(11))).toHaveLength(2)
    expect(await db.linkRecoveryRequest.count()).toBe(0)
  })

  test('is mailed at most five times a day', async () => {
    await register(10)
    for (let count = 0; count < 8; count += 1) await recover(email, later(count * 11))
    expect(await enqueued()).toHaveLength(5)
    expect(await recover(email, later(24 * 60 + 1))).toHaveLength(6)
  })

  test('is deleted without a mail for an unknown address', async () => {
    await register(10)
    expect(await recover('onbekend@example.nl')).toEqual([])
    expect(await db.linkRecoveryRequest.count()).toBe(0)
    expect(await db.message.count()).toBe(0)
  })

  test('mails only the registration for the requested sessions, and all when one request names none', async () => {
    const [wanted, other] = [await sessionIn(10), await sessionIn(20)]
    const { id } = await addParticipant(db, wanted.id, { email })
    const { id: otherId } = await addParticipant(db, other.id, { email })
    await requestLinkRecovery('NOOR@example.nl', { sessionId: wanted.id, now })
    expect(await answerAt(now)).toEqual([id])
    await requestLinkRecovery(email, { sessionId: (await sessionIn(30)).id, now: later(20) })
    expect(await answerAt(later(20))).toEqual([id])
    await requestLinkRecovery(email, { sessionId: wanted.id, now: later(40) })
    expect((await recover(email, later(40))).toSorted()).toEqual([id, id, otherId].toSorted())
  })

  test('mails at most ten registrations', async () => {
    for (let count = 0; count < 12; count += 1) await register(count + 1)
    expect(await recover(email)).toHaveLength(10)
  })
})

test('two concurrent workers mail a registration once', async () => {
  await register(10)
  await requestLinkRecovery(email, { now })
  const finish = await holdTransactionOpen(db, async (tx) => {
    expect(await answerRequestBatch(tx, 1, now)).toBe(1)
  })
  await requestLinkRecovery(email, { now })
  // A minute later, so that the dedupe key differs.
  const other = answerLinkRecoveryRequests(later(1))
  await waitForBlockedConnections(db)
  await finish()
  await other
  expect(await enqueued()).toHaveLength(1)
})
