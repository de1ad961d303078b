import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendRefusal } from '@/lib/notifications/relevance'
import { answerLinkRecoveryRequests } from '@/lib/registrations/self-service/commands'
import { answerRequestBatch, requestLinkRecovery } from '@/lib/registrations/self-service/link-recovery'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const minute = 60_000
const now = new Date('2026-11-25T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * minute)
const email = 'noor@example.nl'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.registration.deleteMany()
})

const day = 24 * 60
/** A kennissessie that ends so many days after now. */
const sessionIn = (days: number) =>
  createTestSession(database.db, { startsAt: later(days * day - 90), endsAt: later(days * day) })
const signedUp = async (days: number, address = email) =>
  (await addParticipant(database.db, (await sessionIn(days)).id, { email: address })).id

/** Asks, and has the worker answer; gives for whose sign-ups a mail is queued. */
async function ask(address: string, at = now) {
  await requestLinkRecovery(address, { now: at })
  await answerLinkRecoveryRequests(at)
  return await queued()
}
async function queued() {
  const mails = await database.db.message.findMany({ where: { kind: 'linkRecovery' }, orderBy: { createdAt: 'asc' } })
  return mails.map(({ registrationId }) => registrationId)
}

describe('who asks for their link', () => {
  test('gets it for each kennissessie whose addresses are still kept, however the address is typed', async () => {
    const ids = [await signedUp(10), await signedUp(-80)]
    const erased = await signedUp(-100)
    await database.db.registration.update({ where: { id: erased }, data: { normalizedEmail: erased, erasedAt: now } })
    await signedUp(5, 'ander@example.nl')
    expect((await ask('NOOR@ example.nl')).toSorted()).toEqual(ids.toSorted())
  })

  test('also for what they cancelled, and however the kennissessie stands', async () => {
    const id = await signedUp(3)
    await database.db.registration.update({ where: { id }, data: { cancelledAt: now } })
    expect(await ask(email)).toEqual([id])
    const message = { kind: 'linkRecovery' as const, expiresAt: null, releaseNumber: null, organiserId: null }
    const registration = { cancelledAt: now, waitlistedAt: now, offerExpiresAt: null }
    const session = { cancelledAt: now, endsAt: now, latestRelease: null }
    expect(sendRefusal({ message, registration, session, customMessage: null, now })).toBeNull()
  })

  test('gets one mail in ten minutes, and is not remembered', async () => {
    await signedUp(10)
    for (let count = 0; count < 5; count += 1) await requestLinkRecovery(email, { now })
    await answerLinkRecoveryRequests(now)
    expect(await queued()).toHaveLength(1)
    expect(await ask(email, later(9))).toHaveLength(1)
    expect(await ask(email, later(11))).toHaveLength(2)
    expect(await database.db.linkRecoveryRequest.count()).toBe(0)
  })

  test('gets five mails a day at most, however often anybody asks', async () => {
    await signedUp(10)
    for (let count = 0; count < 8; count += 1) await ask(email, later(count * 11))
    expect(await queued()).toHaveLength(5)
    expect(await ask(email, later(24 * 60 + 1))).toHaveLength(6)
  })

  test('gets no mail when nobody has that address, and is not remembered either', async () => {
    await signedUp(10)
    expect(await ask('onbekend@example.nl')).toEqual([])
    expect(await database.db.linkRecoveryRequest.count()).toBe(0)
    expect(await database.db.message.count()).toBe(0)
  })

  test('gets at most ten mails', async () => {
    for (let count = 0; count < 12; count += 1) await signedUp(count + 1)
    expect(await ask(email)).toHaveLength(10)
  })
})

test('two workers at once mail somebody once', async () => {
  await signedUp(10)
  await requestLinkRecovery(email, { now })
  const finish = await holdTransactionOpen(database.db, async (tx) => {
    expect(await answerRequestBatch(tx, 1, now)).toBe(1)
  })
  await requestLinkRecovery(email, { now })
  // A moment later: the key of its mail would be another.
  const other = answerLinkRecoveryRequests(later(1))
  await waitForBlockedConnections(database.db)
  await finish()
  await other
  expect(await queued()).toHaveLength(1)
})
