import { beforeEach, expect, test } from 'vitest'
import { resendMessage } from '@/lib/notifications/resend'
import { parseDeliveryReport } from '@/lib/outbox/bounces/delivery-report'
import { findBouncedMessage, markBounced } from '@/lib/outbox/bounces/mark-bounced'
import { dismissFailure } from '@/lib/outbox/cancel'
import { listFailedMail } from '@/lib/outbox/delivery-health'
import { markSent } from '@/lib/outbox/delivery-result'
import { countMessagesByState, findUndelivered, listMessages } from '@/lib/outbox/message-queries'
import { getSendProgress } from '@/lib/outbox/send-progress'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { readBounce } from '@/tests/support/fixtures/bounces'
import {
  addSeconds,
  claimOne,
  createContent,
  deliverAllDue,
  enqueueConfirmations,
  october,
  onlyMessage,
} from '@/tests/support/outbox'
import { startSmtpForFile } from '@/tests/support/servers/smtp-for-file'

const { db } = await createTestDatabase()
const actor = { now: october, organiserId: 'organisator' }
const later = addSeconds(october, 60)
const unknownUser = { answer: '550 5.1.1 unknown', recipient: null }
const { smtp, transport } = await startSmtpForFile()
let sessionId = ''
let registration = { id: '', email: 'voorbeeld-0@example.nl' }

beforeEach(async () => {
  await db.message.deleteMany()
  smtp.received.length = 0
  const { session, registrationIds } = await enqueueConfirmations(db, 1)
  sessionId = session.id
  registration = { ...registration, id: registrationIds[0] ?? '' }
})

/** Sends the confirmation, and returns its message. */
async function send() {
  await deliverAllDue(transport, october)
  const message = await onlyMessage()
  expect(message.sentAt).toEqual(october)
  return message
}

test('a bounce marks the message that it names as failed, once', async () => {
  const { id } = await send()
  const report = await parseDeliveryReport(readBounce('microsoft-365-unknown-recipient', { id }))
  if (!report?.failure) throw new Error('the report holds a failure')
  expect(await findBouncedMessage(report)).toBe(id)
  expect(await markBounced(id, report.failure, later)).toBe(true)
  const marked = await onlyMessage()
  expect(marked).toMatchObject({ sentAt: null, failedAt: later, lastError: expect.stringContaining('5.1.10') })
  expect(await markBounced(id, report.failure, addSeconds(later, 60))).toBe(false)
  expect(await onlyMessage()).toEqual(marked)
})

test.each(['<0b1f5c2e-7c1d-4a53-9a55-2f6a1e0c9d12@example.nl>', '<x@example.nl>', null])(
  'a report about another mail finds no message: %s',
  async (messageId) => {
    await send()
    expect(await findBouncedMessage({ messageId, failure: unknownUser })).toBeNull()
  },
)

test('a bounced mail is shown as failed everywhere, with the reason', async () => {
  const { id } = await send()
  expect(await findUndelivered(registration)).toBeNull()
  await markBounced(id, unknownUser, later)
  const failure = { reason: 'unknown-address', isBounce: true }
  expect(await listMessages(registration.id)).toMatchObject([
    { state: 'failed', failure, smtpResponse: unknownUser.answer },
  ])
  expect(await countMessagesByState({ sessionId })).toMatchObject({ sent: 0, failed: 1 })
  expect(await listFailedMail(october)).toMatchObject([
    { sessionId, count: 1, uncertain: 0, answer: unknownUser.answer },
  ])
  expect(await getSendProgress({ sessionId, kind: 'confirmation' })).toEqual({ total: 1, sent: 0, left: 0 })
  expect(await findUndelivered(registration)).toEqual({ id, kind: 'confirmation', at: later, failure })
})

test('the mark of a registration ends with its address, and mail to the new address arrives', async () => {
  const { id } = await send()
  await markBounced(id, unknownUser, later)
  const email = 'goed-adres@example.nl'
  await db.registration.update({ where: { id: registration.id }, data: { email, normalizedEmail: email } })
  expect(await findUndelivered({ ...registration, email })).toBeNull()
  expect(await resendMessage({ sessionId, id, resendCount: 0 }, { ...actor, now: later })).toMatchObject({ ok: true })
  await deliverAllDue(transport, later)
  expect(smtp.received.map(({ to }) => to)).toEqual([registration.email, email])
  expect(await listFailedMail(october)).toEqual([])
})

test('the mark of a registration ends when an organiser dealt with it', async () => {
  const { id } = await send()
  await markBounced(id, unknownUser, later)
  await dismissFailure({ sessionId, id }, actor)
  expect(await findUndelivered(registration)).toBeNull()
})

test('the mark of a registration leaves out a fault of the site', async () => {
  const { id } = await send()
  await markBounced(id, { answer: '550 5.1.8 bad outbound sender', recipient: null }, later)
  expect(await findUndelivered(registration)).toBeNull()
  expect(await listMessages(registration.id)).toMatchObject([{ failure: { reason: 'site' } }])
})

test('a bounce of a forwarded mail names the address to which it was forwarded', async () => {
  const { id } = await send()
  await markBounced(id, { answer: '550 5.1.1 unknown', recipient: 'lid@example.com' }, later)
  expect((await onlyMessage()).lastError).toBe('EBOUNCE: 550 5.1.1 unknown (doorgestuurd naar lid@example.com)')
})

test('the address of the message itself is not named, however it is written', async () => {
  const { id } = await send()
  await markBounced(id, { answer: '550 5.1.1 unknown', recipient: 'Voorbeeld-0@Example.NL' }, later)
  expect((await onlyMessage()).lastError).toBe('EBOUNCE: 550 5.1.1 unknown')
})

test('a bounce that comes before the result of sending is stored ends the sending', async () => {
  const message = await claimOne(october)
  await createContent(message.id)
  expect(await markBounced(message.id, unknownUser, later)).toBe(true)
  expect(await markSent(message, '250 ok', later)).toBe(false)
  expect(await onlyMessage()).toMatchObject({ sentAt: null, failedAt: later, claimToken: null })
  expect(await deliverAllDue(transport, addSeconds(later, 3600))).toBe(0)
})

test('a bounce makes certain that a mail without an answer did not arrive', async () => {
  const { id } = await send()
  const uncertain = { sentAt: null, failedAt: october, maybeDuplicate: true, lastError: 'ETIMEDOUT: timeout' }
  await db.message.update({ where: { id }, data: uncertain })
  expect(await markBounced(id, unknownUser, later)).toBe(true)
  expect(await onlyMessage()).toMatchObject({ failedAt: later, maybeDuplicate: false })
})

test('a bounce leaves a cancelled message alone', async () => {
  const { id } = await send()
  await db.message.update({ where: { id }, data: { sentAt: null, cancelledAt: october, cancelReason: 'erased' } })
  expect(await markBounced(id, unknownUser, later)).toBe(false)
})
