import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { rescheduleTo } from '@/tests/support/november-session'
import {
  addSeconds,
  deliverAllDue,
  enqueueConfirmations,
  findMail,
  october,
  onlyMessage,
  transportTo,
} from '@/tests/support/outbox'
import {
  type ReceivedMail,
  type SmtpBehaviour,
  type SmtpServer,
  startSmtpServer,
} from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>
let sessionId = ''
beforeEach(async () => {
  smtp = await startSmtpServer()
  transport = transportTo(smtp.url)
  sessionId = (await enqueueConfirmations(db, 1)).session.id
})
afterEach(async () => {
  transport.close()
  await smtp.close()
  await db.message.deleteMany()
})

async function attemptDelivery(behaviour: SmtpBehaviour, seconds: number) {
  smtp.behaviour = behaviour
  return await deliverAllDue(transport, addSeconds(october, seconds))
}
const reschedule = () => rescheduleTo(15, { sessionId, now: addSeconds(october, 10), people: 1 })

async function readMail(mail?: ReceivedMail) {
  const { text = '', subject = '', attachments } = await simpleParser(mail?.raw ?? '')
  const vevent = new ICAL.Component(ICAL.parse(attachments[0]?.content.toString() ?? '')).getFirstSubcomponent('vevent')
  const { sequence, startDate } = new ICAL.Event(vevent ?? new ICAL.Component('vevent'))
  return { text, subject, sequence, day: startDate.day }
}

test('a deferred confirmation is rendered again with the new date after the session moved', async () => {
  await attemptDelivery('defer-recipient', 0)
  expect(await onlyMessage()).toMatchObject({ content: { renderedSequence: 0 }, attempts: 1 })
  await reschedule()
  expect(await attemptDelivery('accept', 20)).toBe(1)
  expect(await attemptDelivery('accept', 60)).toBe(1)
  const [changed, confirmation] = [await readMail(smtp.received[0]), await readMail(smtp.received[1])]
  expect(changed).toMatchObject({ subject: expect.stringContaining('veranderd'), sequence: 1, day: 15 })
  expect(confirmation.subject).not.toContain('veranderd')
  expect(confirmation).toMatchObject({ sequence: 1, day: 15 })
  expect(confirmation.text).toContain('15 november')
  expect(confirmation.text).not.toContain('8 november')
  const { id, content } = await findMail({ kind: 'confirmation' })
  expect(content).toMatchObject({
    renderedSequence: 1,
    renderedAt: addSeconds(october, 60),
    messageIdHeader: `<${id}@example.nl>`,
  })
})

test('a mail that may have arrived is retried with the same bytes after the session changed', async () => {
  await attemptDelivery('drop-after-data', 0)
  await reschedule()
  await attemptDelivery('accept', 60)
  const [first, ...rest] = smtp.received.filter(({ raw }) => !raw.includes('veranderd'))
  expect(rest.map(({ raw }) => raw)).toEqual([first?.raw])
})

test('a mail that did not arrive is retried with the same bytes while the session is unchanged', async () => {
  await attemptDelivery('defer-recipient', 0)
  const before = await onlyMessage()
  await db.registration.updateMany({ data: { name: 'Iemand anders' } })
  await attemptDelivery('accept', 60)
  expect((await onlyMessage()).content).toEqual(before.content)
})

test('content stored without a sequence number is not rendered again', async () => {
  await attemptDelivery('defer-recipient', 0)
  await db.messageContent.updateMany({ data: { renderedSequence: null } })
  await reschedule()
  await attemptDelivery('accept', 60)
  const { content } = await findMail({ kind: 'confirmation' })
  expect(content).toMatchObject({ renderedAt: october, renderedSequence: null })
})
