import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendAgain, settleMessage, stopMessage } from '@/lib/messages/commands'
import { getMessage, listMessageCounts, listSessionMessages } from '@/lib/messages/queries'
import { listFailedMail } from '@/lib/messages/trouble'
import { releaseSession } from '@/lib/sessions/commands'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { type SmtpServer, startSmtp } from '@/tests/support/smtp'
import { claimOne, deliverAllDue, later, october, onlyMessage, queueConfirmations, transportTo } from './outbox'

const by = { now: october, organiserId: 'organisator' }

let database: TestDatabase
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>
let sessionId = ''
beforeAll(async () => {
  database = await createTestDatabase()
  smtp = await startSmtp()
  transport = transportTo(smtp.url)
})
beforeEach(async () => {
  await database.db.message.deleteMany()
  await database.db.auditEntry.deleteMany()
  smtp.received.length = 0
  smtp.behaviour = 'accept'
  sessionId = (await queueConfirmations(database.db, 1)).session.id
})
afterAll(async () => {
  transport.close()
  await smtp.close()
  await database.drop()
})

const deliver = (seconds = 0) => deliverAllDue(transport, later(october, seconds))

test('a mail that failed goes out once more, however often the button is pressed', async () => {
  smtp.behaviour = 'refuse-recipient'
  await deliver()
  const { id, ...failed } = await onlyMessage()
  expect(failed.failedAt).not.toBeNull()
  const before = await listFailedMail(october)
  expect(before).toMatchObject([{ sessionId, count: 1, answer: expect.stringContaining('no such mailbox') }])
  smtp.behaviour = 'accept'
  const presses = Array.from({ length: 5 }, () => sendAgain({ sessionId, id, times: 0 }, by))
  expect(await Promise.all(presses)).toEqual(Array(5).fill({ ok: true, value: null }))
  expect(await listFailedMail(october)).toEqual([])
  await deliver(1)
  expect(smtp.received).toHaveLength(1)
  expect(await getMessage(sessionId, id)).toMatchObject({
    state: 'failed',
    timesAgain: 1,
    answer: expect.stringContaining('no such mailbox'),
  })
  expect(await database.db.auditEntry.count({ where: { action: 'message.sent-again' } })).toBe(1)

  await sendAgain({ sessionId, id, times: 1 }, by)
  await deliver(2)
  expect(smtp.received).toHaveLength(2)
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(2)
})

test('mail that failed is no news two weeks after its session', async () => {
  const { endsAt } = await database.db.session.findUniqueOrThrow({ where: { id: sessionId } })
  await database.db.message.updateMany({ data: { failedAt: october, lastError: '550 no such mailbox' } })
  const twoWeeks = 14 * 24 * 3600
  expect(await listFailedMail(later(endsAt, twoWeeks - 1))).toHaveLength(1)
  expect(await listFailedMail(later(endsAt, twoWeeks))).toEqual([])
})

test('nor when it was for somebody who cancelled, or an organiser has seen to it', async () => {
  const { id } = await onlyMessage()
  const settle = () => settleMessage({ sessionId, id }, by)
  expect(await settle()).toEqual({ ok: false, reason: 'not-failed' })
  await database.db.message.updateMany({ data: { failedAt: october, lastError: '550 no such mailbox' } })
  expect(await listFailedMail(october)).toMatchObject([{ count: 1, answers: 1 }])
  await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: october } })
  expect(await listFailedMail(october)).toEqual([])
  await database.db.registration.updateMany({ where: { sessionId }, data: { cancelledAt: null } })
  expect(await settle()).toMatchObject({ ok: true })
  expect(await listFailedMail(october)).toEqual([])
  expect(await getMessage(sessionId, id)).toMatchObject({ state: 'failed', settledAt: october })
})

test('one that is still on its way is not sent beside itself', async () => {
  const { id } = await onlyMessage()
  expect(await sendAgain({ sessionId, id, times: 0 }, by)).toEqual({ ok: false, reason: 'under-way' })
  const elsewhere = { sessionId: '00000000-0000-4000-8000-000000000000', id, times: 0 }
  expect(await sendAgain(elsewhere, by)).toEqual({ ok: false, reason: 'unknown-message' })
})

test('a planned mail can be stopped; one that a worker holds, or that is gone, cannot', async () => {
  const { id } = await onlyMessage()
  expect(await stopMessage({ sessionId, id }, by)).toMatchObject({ ok: true })
  expect(await deliver()).toBe(0)
  expect(await getMessage(sessionId, id)).toMatchObject({ state: 'dropped', dropReason: 'stopped' })
  expect(await stopMessage({ sessionId, id }, by)).toEqual({ ok: false, reason: 'too-late' })

  const held = await queueConfirmations(database.db, 1)
  const claimed = await claimOne(october)
  const stop = { sessionId: held.session.id, id: claimed.id }
  expect(await stopMessage(stop, by)).toEqual({ ok: false, reason: 'too-late' })
})

test('the list says to whom, how it stands and how many there are; the looks hide the personal link', async () => {
  await releaseSession({ sessionId, onlineLink: 'https://v.example.nl/1', agenda: 'Welkom', after: 0, expected: 1 }, by)
  await deliver()
  await queueConfirmations(database.db, 1)
  expect(await listMessageCounts(sessionId)).toEqual({ waiting: 0, sent: 2, failed: 0, dropped: 0, double: 0 })
  const { rows, total } = await listSessionMessages({ sessionId, page: 1, show: 'sent' })
  expect(total).toBe(2)
  expect(rows.map(({ to }) => to.address)).toEqual(Array(2).fill('voorbeeld-0@example.nl'))
  expect((await listSessionMessages({ sessionId, page: 1, show: 'failed' })).rows).toEqual([])

  const release = rows.find(({ kind }) => kind === 'release')
  const shown = await getMessage(sessionId, release?.id ?? '')
  expect(shown?.looks?.text).toContain('#persoonlijke-link')
  expect(JSON.stringify(shown)).not.toMatch(/\/deelnemen\/|\.invalid/)
  expect(smtp.received.some(({ raw }) => /deelnemen/.test(raw))).toBe(true)
})
