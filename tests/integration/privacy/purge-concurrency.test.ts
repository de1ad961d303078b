import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { lockRow } from '@/lib/db/locks'
import { sendCustomMessage } from '@/lib/notifications/custom-messages'
import { mailPort } from '@/lib/notifications/message-context'
import { resendMessage } from '@/lib/notifications/resend'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import { deliverMessage } from '@/lib/outbox/deliver'
import { addMonths } from '@/lib/platform/time'
import { runPurgeJob } from '@/lib/privacy/purge-job'
import { cancelRegistration } from '@/lib/registrations/admin/cancellation'
import { listPendingResults } from '@/lib/triage/results'
import { holdTransactionOpen, waitForBlockedConnections } from '@/tests/support/database/lock-waits'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant, createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { claimOne, onlyMessage, silentLogger } from '@/tests/support/outbox'

const periods = { needsDays: 28, namesMonths: 3, auditLogMonths: 12 }
const now = addMonths(sessionTimes2022.endsAt, 3)
const actor = { now, organiserId: 'organisator' }

const { db } = await createTestDatabase()
await createTestOrganiser(db)

let session: Awaited<ReturnType<typeof createTestSession>>
let id: string
beforeEach(async () => {
  await db.message.deleteMany()
  await db.customMessage.deleteMany()
  session = await createTestSession(db)
  id = (await addParticipant(db, session.id, { name: 'Sam Voorbeeld' })).id
})

const purge = (at = now) => runPurgeJob({ periods, mailDir: '/nowhere', now: at })
const getRegistration = () => db.registration.findUniqueOrThrow({ where: { id } })
const enqueueMail = () =>
  db.message.create({
    data: {
      kind: 'customMessage',
      dedupeKey: randomUUID(),
      sessionId: session.id,
      registrationId: id,
      createdAt: now,
      dueAt: now,
    },
  })

describe('runPurgeJob beside other work', () => {
  test('skips a registration with a mail in flight and purges it once the claim expired', async () => {
    await enqueueMail()
    const claimed = await claimOne(now)
    await purge()
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
    // The worker crashed; its claim expired.
    const later = new Date(now.getTime() + 60 * 60_000)
    await purge(later)
    expect(await getRegistration()).toMatchObject({ name: 'Naam gewist', erasedAt: later })
    expect(await db.message.findFirstOrThrow()).toMatchObject({ cancelReason: 'erased', claimToken: null })
    // The worker returns and must not store anything.
    const transport = { domain: 'example.nl', send: async () => 'ok', close: () => undefined }
    await deliverMessage(claimed, { transport, logger: silentLogger, mail: mailPort, now: () => later })
    expect(await onlyMessage()).toMatchObject({ sentAt: null, content: null })
  })

  test('waits for a session that is being rescheduled, and then skips it', async () => {
    const finish = await holdTransactionOpen(db, async (tx) => {
      await lockRow(tx, 'Session', session.id)
      await tx.session.update({ where: { id: session.id }, data: { endsAt: now } })
    })
    const purging = purge()
    await waitForBlockedConnections(db)
    await finish()
    await purging
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld', erasedAt: null })
  })

  test('waits for a mail that is being claimed, and then skips its recipient', async () => {
    const { id: messageId } = await enqueueMail()
    const claimedUntil = new Date(now.getTime() + 60_000)
    const finish = await holdTransactionOpen(db, (tx) =>
      tx.message.update({ where: { id: messageId }, data: { claimToken: randomUUID(), claimedUntil } }),
    )
    const purging = purge()
    await waitForBlockedConnections(db)
    await finish()
    await purging
    expect(await getRegistration()).toMatchObject({ name: 'Sam Voorbeeld' })
  })

  test('writes one audit entry for three concurrent runs', async () => {
    await Promise.all([purge(), purge(), purge()])
    const entries = await db.auditEntry.findMany({
      where: { subjectId: session.id, action: 'namesPurged' },
    })
    expect(entries).toHaveLength(1)
  })

  test('resumes after an interruption', async () => {
    const { id: messageId } = await enqueueMail()
    // Everything but the mail was purged.
    await db.registration.update({ where: { id }, data: { erasedAt: now, name: 'Naam gewist' } })
    await db.message.update({
      where: { id: messageId },
      data: { content: { create: { renderedAt: now, html: 'Dag Sam' } }, sentAt: now },
    })
    await purge()
    expect(await onlyMessage()).toMatchObject({ content: { html: null } })
  })

  test('purges the other sessions when one fails', async () => {
    const other = await createTestSession(db)
    const { id: elsewhere } = await addParticipant(db, other.id)
    for (const [purged, failing] of [
      [id, elsewhere],
      [elsewhere, id],
    ]) {
      await db.$executeRawUnsafe(
        `ALTER TABLE "Registration" ADD CONSTRAINT "stuck" CHECK ("id" <> '${failing}' OR "erasedAt" IS NULL) NOT VALID`,
      )
      await expect(purge()).rejects.toThrow('stuck')
      await db.$executeRaw`ALTER TABLE "Registration" DROP CONSTRAINT "stuck"`
      const { erasedAt } = await db.registration.findUniqueOrThrow({ where: { id: purged } })
      expect(erasedAt).not.toBeNull()
      await db.registration.updateMany({ data: { erasedAt: null } })
    }
  })

  test('keeps erased data erased after the session is rescheduled to a later date', async () => {
    await purge()
    await db.session.update({ where: { id: session.id }, data: { endsAt: addMonths(now, 6) } })
    await purge()
    expect(await getRegistration()).toMatchObject({ name: 'Naam gewist', email: '' })
  })
})

describe('anonymous registration', () => {
  beforeEach(async () => {
    await db.answer.create({
      data: { registrationId: id, questionId: session.questions[1]?.id ?? '', text: 'Hoe nu verder?' },
    })
    await enqueueMail()
    await purge()
  })

  test('receives no custom message, no resent mail and no result of triage', async () => {
    const customMessage = {
      customMessageId: randomUUID(),
      sessionId: session.id,
      subject: 'Nog iets',
      text: 'Dag',
      to: unrestrictedAudience,
    }
    expect(await sendCustomMessage({ ...customMessage, expected: 1 }, actor)).toEqual({ ok: false, reason: 'nobody' })
    const { id: old } = await db.message.findFirstOrThrow()
    expect(await resendMessage({ sessionId: session.id, id: old, resendCount: 0 }, actor)).toEqual({
      ok: false,
      reason: 'erased',
    })
    expect(await listPendingResults(session.id)).toEqual([])
  })

  test('cannot be cancelled by an organiser with a stale page', async () => {
    const seen = { sessionId: session.id, id, version: 1, shouldNotify: false }
    expect(await cancelRegistration(seen, actor)).toEqual({ ok: false, reason: 'unknown-registration' })
  })

  test('keeps its municipality and answers', async () => {
    expect(await getRegistration()).toMatchObject({
      municipalityCode: 'GM0344',
      role: '',
      tokenVersion: 2,
      cancelledAt: null,
    })
    expect(await db.answer.findFirstOrThrow({ where: { registrationId: id } })).toMatchObject({
      text: 'Hoe nu verder?',
    })
  })
})
