import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import { deliverMessage } from '@/lib/outbox/deliver'
import { resendMessage } from '@/lib/outbox/enqueue'
import { addMonths } from '@/lib/platform/time'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { cancelRegistration } from '@/lib/registrations/admin/cancellation'
import { listPendingResults } from '@/lib/triage/results'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant, createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { claimOne, silentLogger } from '@/tests/support/outbox'

const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const now = addMonths(sessionTimes2022.endsAt, 3)
const actor = { now, organiserId: 'organisator' }

let database: TestDatabase
let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
beforeAll(async () => {
  database = await createTestDatabase()
  await createTestOrganiser(database.db)
})
afterAll(() => database.drop())
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.customMessage.deleteMany()
  session = await createTestSession(database.db)
  id = (await addParticipant(database.db, session.id, { name: 'Sam Voorbeeld' })).id
})

const purge = (at = now) => runPurgeJob({ periods, mailDir: '/nowhere', now: at })
const getRegistration = () => database.db.registration.findUniqueOrThrow({ where: { id } })
const enqueueMail = () =>
  database.db.message.create({
    data: {
      kind: 'letter',
      dedupeKey: randomUUID(),
      sessionId: session.id,
      registrationId: id,
      createdAt: now,
      dueAt: now,
    },
  })

describe('erasing beside the work of others', () => {
  test('leaves somebody alone as long as a mail to them is on its way, and takes the rest an hour later', async () => {
    await enqueueMail()
    const claimed = await claimOne(now)
    await purge()
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
    // That worker died: its claim has run out.
    const later = new Date(now.getTime() + 60 * 60_000)
    await purge(later)
    expect(await getRegistration()).toMatchObject({ name: 'Naam gewist', erasedAt: later })
    expect(await database.db.message.findFirstOrThrow()).toMatchObject({ cancelReason: 'erased', claimToken: null })
    // It comes back after all, and writes nothing.
    const transport = { domain: 'example.nl', send: async () => 'ok', close: () => undefined }
    await deliverMessage(claimed, { transport, logger: silentLogger, now: () => later })
    expect(await database.db.message.findFirstOrThrow()).toMatchObject({ sentAt: null, html: null, toAddress: null })
  })

  test('waits for who is moving the kennissessie, and then leaves it alone', async () => {
    const finish = await holdTransactionOpen(database.db, async (tx) => {
      await lockRow(tx, 'Session', session.id)
      await tx.session.update({ where: { id: session.id }, data: { endsAt: now } })
    })
    const erasing = purge()
    await waitForBlockedConnections(database.db)
    await finish()
    await erasing
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
  })

  test('waits for a mail that a worker is just taking, and then leaves its reader alone', async () => {
    const { id: messageId } = await enqueueMail()
    const claimedUntil = new Date(now.getTime() + 60_000)
    const finish = await holdTransactionOpen(database.db, (tx) =>
      tx.message.update({ where: { id: messageId }, data: { claimToken: randomUUID(), claimedUntil } }),
    )
    const erasing = purge()
    await waitForBlockedConnections(database.db)
    await finish()
    await erasing
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld' })
  })

  test('done by two at once is done once, and said once', async () => {
    await Promise.all([purge(), purge(), purge()])
    const entries = await database.db.auditEntry.findMany({
      where: { subjectId: session.id, action: 'namesPurged' },
    })
    expect(entries).toHaveLength(1)
  })

  test('goes on where it was broken off', async () => {
    const { id: messageId } = await enqueueMail()
    // All but the mail was done.
    await database.db.registration.update({ where: { id }, data: { erasedAt: now, name: 'Naam gewist' } })
    await database.db.message.update({ where: { id: messageId }, data: { html: 'Dag Sam', sentAt: now } })
    await purge()
    expect(await database.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({ html: null })
  })

  test('of one kennissessie that fails does not keep the others from it', async () => {
    const other = await createTestSession(database.db)
    const { id: elsewhere } = await addParticipant(database.db, other.id)
    for (const [one, stays] of [
      [id, elsewhere],
      [elsewhere, id],
    ]) {
      await database.db.$executeRawUnsafe(
        `ALTER TABLE "Registration" ADD CONSTRAINT "stuck" CHECK ("id" <> '${stays}' OR "erasedAt" IS NULL) NOT VALID`,
      )
      await expect(purge()).rejects.toThrow('stuck')
      await database.db.$executeRaw`ALTER TABLE "Registration" DROP CONSTRAINT "stuck"`
      const { erasedAt } = await database.db.registration.findUniqueOrThrow({ where: { id: one } })
      expect(erasedAt).not.toBeNull()
      await database.db.registration.updateMany({ data: { erasedAt: null } })
    }
  })

  test('comes back for nothing: a move to later leaves what is gone gone', async () => {
    await purge()
    await database.db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 6) } })
    await purge()
    expect(await getRegistration()).toMatchObject({ name: 'Naam gewist', email: '' })
  })
})

describe('whose name is erased', () => {
  beforeEach(async () => {
    await database.db.answer.create({
      data: { registrationId: id, questionId: session.questions[1]?.id ?? '', text: 'Hoe nu verder?' },
    })
    await enqueueMail()
    await purge()
  })

  test('gets no mail: not a letter, not once more, not about their question', async () => {
    const letter = {
      customMessageId: randomUUID(),
      sessionId: session.id,
      subject: 'Nog iets',
      text: 'Dag',
      to: unrestrictedAudience,
    }
    expect(await sendCustomMessage({ ...letter, expected: 1 }, actor)).toEqual({ ok: false, reason: 'nobody' })
    const { id: old } = await database.db.message.findFirstOrThrow()
    expect(await resendMessage({ sessionId: session.id, id: old, resendCount: 0 }, actor)).toEqual({
      ok: false,
      reason: 'erased',
    })
    expect(await listPendingResults(session.id)).toEqual([])
  })

  test('cannot be taken off the list or put back by an organiser who had the page open', async () => {
    const seen = { sessionId: session.id, id, version: 1, shouldNotify: false }
    expect(await cancelRegistration(seen, actor)).toEqual({ ok: false, reason: 'unknown-registration' })
  })

  test('is still counted, with their gemeente and answer', async () => {
    expect(await getRegistration()).toMatchObject({
      municipalityCode: 'GM0344',
      role: '',
      tokenVersion: 2,
      cancelledAt: null,
    })
    expect(await database.db.answer.findFirstOrThrow({ where: { registrationId: id } })).toMatchObject({
      text: 'Hoe nu verder?',
    })
  })
})
