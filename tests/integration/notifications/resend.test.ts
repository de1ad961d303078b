import { beforeEach, expect, test } from 'vitest'
import { resendMessage } from '@/lib/notifications/resend'
import { runScheduler } from '@/lib/notifications/scheduler'
import { cancelMessage, dismissFailure } from '@/lib/outbox/cancel'
import { listFailedMail } from '@/lib/outbox/delivery-health'
import { countMessagesByState, getMessage, listSessionMessages } from '@/lib/outbox/message-queries'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { releaseSession } from '@/lib/sessions/release'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, claimOne, deliverAllDue, enqueueConfirmations, october, onlyMessage } from '@/tests/support/outbox'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'

const actor = { now: october, organiserId: 'organisator' }

const { db } = await createTestDatabase()
const { smtp, transport } = await startSmtpForFile()
let sessionId = ''
beforeEach(async () => {
  await db.message.deleteMany()
  await db.auditEntry.deleteMany()
  smtp.received.length = 0
  smtp.behaviour = 'accept'
  sessionId = (await enqueueConfirmations(db, 1)).session.id
})

const deliver = (seconds = 0) => deliverAllDue(transport, addSeconds(october, seconds))

test('a failed mail is resent once when the button is pressed several times', async () => {
  smtp.behaviour = 'refuse-recipient'
  await deliver()
  const { id, ...failed } = await onlyMessage()
  expect(failed.failedAt).not.toBeNull()
  const before = await listFailedMail(october)
  expect(before).toMatchObject([{ sessionId, count: 1, answer: expect.stringContaining('no such mailbox') }])
  smtp.behaviour = 'accept'
  const presses = Array.from({ length: 5 }, () => resendMessage({ sessionId, id, resendCount: 0 }, actor))
  expect(await Promise.all(presses)).toEqual(Array(5).fill({ ok: true, value: null }))
  expect(await listFailedMail(october)).toEqual([])
  await deliver(1)
  expect(smtp.received).toHaveLength(1)
  expect(await getMessage(sessionId, id)).toMatchObject({
    state: 'failed',
    resendCount: 1,
    smtpResponse: expect.stringContaining('no such mailbox'),
  })
  expect(await db.auditEntry.count({ where: { action: 'messageResent' } })).toBe(1)

  await resendMessage({ sessionId, id, resendCount: 1 }, actor)
  await deliver(2)
  expect(smtp.received).toHaveLength(2)
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(2)
})

test('does not report failed mail two weeks after its session', async () => {
  const { endsAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await db.message.updateMany({ data: { failedAt: october, lastError: '550 no such mailbox' } })
  const twoWeeks = 14 * 24 * 3600
  expect(await listFailedMail(addSeconds(endsAt, twoWeeks - 1))).toHaveLength(1)
  expect(await listFailedMail(addSeconds(endsAt, twoWeeks))).toEqual([])
})

test('does not report failed mail for cancelled registrations or dismissed failures', async () => {
  const { id } = await onlyMessage()
  const settle = () => dismissFailure({ sessionId, id }, actor)
  expect(await settle()).toEqual({ ok: false, reason: 'not-failed' })
  await db.message.updateMany({ data: { failedAt: october, lastError: '550 no such mailbox' } })
  expect(await listFailedMail(october)).toMatchObject([{ count: 1, answers: 1 }])
  await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
  expect(await listFailedMail(october)).toEqual([])
  await db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: null } })
  expect(await settle()).toMatchObject({ ok: true })
  expect(await listFailedMail(october)).toEqual([])
  expect(await getMessage(sessionId, id)).toMatchObject({ state: 'failed', dismissedAt: october })
})

test('dismisses a failure once, with one audit entry', async () => {
  const { id } = await onlyMessage()
  await db.message.updateMany({ data: { failedAt: october, lastError: '550 no such mailbox' } })
  const settle = () => dismissFailure({ sessionId, id }, actor)
  const results = await Promise.all([settle(), settle(), settle()])
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await settle()).toEqual({ ok: false, reason: 'not-failed' })
  expect(await db.auditEntry.count({ where: { action: 'messageFailureDismissed', subjectId: id } })).toBe(1)
})

test('refuses to resend a mail that is still under way', async () => {
  const { id } = await onlyMessage()
  expect(await resendMessage({ sessionId, id, resendCount: 0 }, actor)).toEqual({ ok: false, reason: 'under-way' })
  const elsewhere = { sessionId: '00000000-0000-4000-8000-000000000000', id, resendCount: 0 }
  expect(await resendMessage(elsewhere, actor)).toEqual({ ok: false, reason: 'unknown-message' })
})

test('cancels an unsent mail, but not a claimed or sent mail', async () => {
  const { id } = await onlyMessage()
  expect(await cancelMessage({ sessionId, id }, actor)).toMatchObject({ ok: true })
  expect(await deliver()).toBe(0)
  expect(await getMessage(sessionId, id)).toMatchObject({ state: 'cancelled', cancelReason: 'stopped' })
  expect(await cancelMessage({ sessionId, id }, actor)).toEqual({ ok: false, reason: 'too-late' })

  const held = await enqueueConfirmations(db, 1)
  const claimed = await claimOne(october)
  const stop = { sessionId: held.session.id, id: claimed.id }
  expect(await cancelMessage(stop, actor)).toEqual({ ok: false, reason: 'too-late' })
})

test('stores the reply of the SMTP server that accepted the mail', async () => {
  await deliver()
  const { id } = await onlyMessage()
  expect(await getMessage(sessionId, id)).toMatchObject({ state: 'sent', smtpResponse: expect.stringMatching(/^250 /) })
})

test('does not count a stopped mail as missing after it was resent', async () => {
  await releaseSession(
    { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 1 },
    actor,
  )
  const { id } = await db.message.findFirstOrThrow({ where: { sessionId, kind: 'release' } })
  const progress = () => getSendProgress({ sessionId, releaseNumber: 1 })
  const byKind = () => getSendProgress({ sessionId, kind: 'release' })
  await cancelMessage({ sessionId, id }, actor)
  expect(await progress()).toEqual({ total: 1, sent: 0, left: 0 })
  await resendMessage({ sessionId, id, resendCount: 0 }, actor)
  expect([await progress(), await byKind()]).toEqual(Array(2).fill({ total: 1, sent: 0, left: 1 }))
  await deliver()
  expect([await progress(), await byKind()]).toEqual(Array(2).fill({ total: 1, sent: 1, left: 0 }))
})

test('reports a failed mail to an organiser', async () => {
  await db.organiser.update({ where: { id: actor.organiserId }, data: { acceptedAt: october } })
  await runScheduler(new Date('2022-10-15T12:00:00Z'))
  await db.message.deleteMany({ where: { kind: { not: 'questionDeadline' } } })
  await db.message.updateMany({ data: { failedAt: october } })
  expect(await listFailedMail(october)).toContainEqual(expect.objectContaining({ sessionId, count: 1 }))
})

test('a reminder that the worker cancelled can be scheduled again', async () => {
  const dayBefore = new Date('2022-11-07T09:00:00Z')
  await runScheduler(dayBefore)
  const reminders = () => db.message.findMany({ where: { sessionId, kind: 'reminderDay' } })
  await db.message.deleteMany({ where: { kind: 'confirmation' } })
  const moved = { startsAt: new Date('2022-11-15T14:00:00Z'), endsAt: new Date('2022-11-15T15:30:00Z') }
  const { startsAt, endsAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await db.session.update({ where: { id: sessionId }, data: moved })
  await deliverAllDue(transport, dayBefore)
  expect(await reminders()).toMatchObject([{ cancelReason: 'sessionMoved' }])
  await db.session.update({ where: { id: sessionId }, data: { startsAt, endsAt } })
  await runScheduler(addSeconds(dayBefore, 60))
  expect((await reminders()).filter(({ cancelledAt }) => !cancelledAt)).toHaveLength(1)
})

test('the message list states recipient, state and count, and the preview masks the personal link', async () => {
  await releaseSession(
    { sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 1 },
    actor,
  )
  await deliver()
  await enqueueConfirmations(db, 1)
  expect(await countMessagesByState({ sessionId })).toEqual({ waiting: 0, sent: 2, failed: 0, cancelled: 0, double: 0 })
  const released = { sessionId, kind: 'release', show: 'failed' } as const
  expect(await countMessagesByState(released)).toMatchObject({ sent: 1, failed: 0 })
  expect(await countMessagesByState({ sessionId, search: 'niemand' })).toMatchObject({ sent: 0 })
  const { rows, total } = await listSessionMessages({ sessionId, page: 1, show: 'sent' })
  expect(total).toBe(2)
  expect(rows.map(({ to }) => to.address)).toEqual(Array(2).fill('voorbeeld-0@example.nl'))
  expect((await listSessionMessages({ sessionId, page: 1, show: 'failed' })).rows).toEqual([])

  const release = rows.find(({ kind }) => kind === 'release')
  const shown = await getMessage(sessionId, release?.id ?? '')
  expect(shown?.preview?.text).toContain('#persoonlijke-link')
  expect(JSON.stringify(shown)).not.toMatch(/\/deelnemen\/|\.invalid/)
  expect(smtp.received.some(({ raw }) => /deelnemen/.test(raw))).toBe(true)
})
